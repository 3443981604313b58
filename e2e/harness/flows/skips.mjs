export default (t) => t.skip("nothing to see");
