export const seconds = 0.2;

export default () => new Promise(() => {});
