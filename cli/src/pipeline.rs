//! Work on several threads with results in order, and with a bound on what is under way.

use std::sync::Arc;

use crossbeam_channel::{Receiver, bounded, select};

use crate::fault::Fault;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Finished,
    Interrupted,
}

/// Calls `work` on each task on one of `jobs` threads, and `write` on each result in the order of the tasks.
///
/// At most four tasks a thread are under way, so memory stays the same however many there are. Ends early
/// when `interrupt` has something, and with the first error of `write`; the threads are then left to end with
/// the program, since one of them may wait for input that never comes.
pub fn run<T, D>(
    tasks: impl Iterator<Item = T> + Send + 'static,
    work: impl Fn(T) -> D + Send + Sync + 'static,
    jobs: usize,
    interrupt: &Receiver<()>,
    mut write: impl FnMut(D) -> Result<(), Fault>,
) -> Result<End, Fault>
where
    T: Send + 'static,
    D: Send + 'static,
{
    let (to_workers, for_workers) = bounded::<(T, crossbeam_channel::Sender<D>)>(jobs);
    // The order of the results is the order of the promises in this channel.
    let (to_writer, promises) = bounded::<Receiver<D>>(jobs * 2);
    let work = Arc::new(work);
    for _ in 0..jobs {
        let (for_worker, work) = (for_workers.clone(), Arc::clone(&work));
        std::thread::spawn(move || {
            for (task, done) in for_worker {
                // The writer has gone: so will this thread.
                if done.send(work(task)).is_err() {
                    break;
                }
            }
        });
    }
    std::thread::spawn(move || {
        for task in tasks {
            let (done, promise) = bounded(1);
            if to_writer.send(promise).is_err() || to_workers.send((task, done)).is_err() {
                break;
            }
        }
    });
    loop {
        let promise = select! {
            recv(interrupt) -> _ => return Ok(End::Interrupted),
            recv(promises) -> promise => match promise {
                Ok(promise) => promise,
                Err(_) => return Ok(End::Finished),
            },
        };
        select! {
            recv(interrupt) -> _ => return Ok(End::Interrupted),
            recv(promise) -> done => write(done.map_err(|_| Fault::Internal("an analysis broke off"))?)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_tasks_though_the_first_takes_longest() {
        let mut written = Vec::new();
        let slow_first = |task: u64| {
            std::thread::sleep(std::time::Duration::from_millis(if task == 0 { 50 } else { 0 }));
            task
        };
        let (_keep, interrupt) = bounded(1);
        let end = run(0..200_u64, slow_first, 4, &interrupt, |done| {
            written.push(done);
            Ok(())
        });
        assert_eq!(end.unwrap(), End::Finished);
        assert_eq!(written, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn a_slow_writer_holds_the_reader_back() {
        let read = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&read);
        let tasks = (0..1000).inspect(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let (_keep, interrupt) = bounded(1);
        let mut written = 0;
        run(
            tasks,
            |task: i32| task,
            2,
            &interrupt,
            |_| {
                written += 1;
                let ahead = read.load(Ordering::SeqCst) - written;
                assert!(ahead <= 8, "{ahead} tasks are under way");
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(written, 1000);
    }

    #[test]
    fn an_interrupt_ends_a_run_that_waits_for_input() {
        let (stop, interrupt) = bounded(1);
        stop.send(()).unwrap();
        let endless = std::iter::repeat_with(|| std::thread::sleep(std::time::Duration::from_secs(60)));
        assert_eq!(run(endless, |task| task, 1, &interrupt, |()| Ok(())).unwrap(), End::Interrupted);
    }
}
