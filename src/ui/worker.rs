//! Background work: one thread that owns a state, takes jobs in order and hands back messages.
//!
//! It knows neither egui nor the program: `wake` is called after each message so that a frame is drawn.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

type Job<S, M> = Box<dyn FnOnce(&mut S) -> M + Send>;

/// A thread that owns `S` and answers each job with one `M`, in the order of sending.
pub struct Worker<S, M> {
    jobs: Option<Sender<Job<S, M>>>,
    messages: Receiver<M>,
    waiting: Arc<AtomicUsize>,
    thread: Option<JoinHandle<()>>,
}

impl<S: Send + 'static, M: Send + 'static> Worker<S, M> {
    /// Starts the thread; it stops when the worker is dropped.
    pub fn start(mut state: S, wake: Box<dyn Fn() + Send>) -> Self {
        let (jobs, inbox) = channel::<Job<S, M>>();
        let (outbox, messages) = channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let done = Arc::clone(&waiting);
        let thread = std::thread::spawn(move || {
            while let Ok(job) = inbox.recv() {
                let message = job(&mut state);
                let delivered = outbox.send(message).is_ok();
                done.fetch_sub(1, Ordering::AcqRel);
                if !delivered {
                    break;
                }
                wake();
            }
        });
        Self { jobs: Some(jobs), messages, waiting, thread: Some(thread) }
    }

    /// Queues a job. Returns false when the thread is gone, which only a panicking job causes.
    pub fn send(&self, job: impl FnOnce(&mut S) -> M + Send + 'static) -> bool {
        let Some(jobs) = &self.jobs else { return false };
        self.waiting.fetch_add(1, Ordering::AcqRel);
        let queued = jobs.send(Box::new(job)).is_ok();
        if !queued {
            self.waiting.fetch_sub(1, Ordering::AcqRel);
        }
        queued
    }

    /// Returns the messages that arrived since the last call, oldest first, without waiting.
    pub fn drain(&self) -> Vec<M> {
        self.messages.try_iter().collect()
    }

    /// Returns whether a job is queued or running on a living thread.
    pub fn is_busy(&self) -> bool {
        let alive = self.thread.as_ref().is_some_and(|thread| !thread.is_finished());
        alive && self.waiting.load(Ordering::Acquire) > 0
    }
}

impl<S, M> Drop for Worker<S, M> {
    /// Finishes the jobs already queued, since one of them may be an answer to keep, then stops.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A panic was already reported by the thread itself; there is nobody left to tell.
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::Worker;

    #[test]
    fn jobs_run_in_order_on_one_state() {
        let (woken, wakes) = channel();
        let worker = Worker::start(10, Box::new(move || woken.send(()).unwrap()));
        for step in 1..=3 {
            assert!(worker.send(move |total: &mut i32| {
                *total += step;
                *total
            }));
        }
        for _ in 0..3 {
            wakes.recv_timeout(Duration::from_secs(5)).unwrap();
        }
        assert_eq!(worker.drain(), vec![11, 13, 16]);
        assert!(!worker.is_busy());
    }

    #[test]
    fn it_is_busy_until_the_job_ends() {
        let (release, held) = channel::<()>();
        let (woken, wakes) = channel();
        let worker = Worker::start((), Box::new(move || woken.send(()).unwrap()));
        worker.send(move |()| held.recv().unwrap());
        assert!(worker.is_busy());
        release.send(()).unwrap();
        wakes.recv_timeout(Duration::from_secs(5)).unwrap();
        assert!(!worker.is_busy());
    }

    #[test]
    fn dropping_it_finishes_what_was_queued() {
        let (done, results) = channel();
        let worker = Worker::start(0, Box::new(|| {}));
        worker.send(move |_: &mut i32| done.send(7).unwrap());
        drop(worker);
        assert_eq!(results.try_recv(), Ok(7));
    }

    #[test]
    fn a_job_that_panics_leaves_the_worker_idle_not_stuck() {
        let worker = Worker::start((), Box::new(|| {}));
        worker.send(|()| panic!("a job that fails"));
        for _ in 0..500 {
            if !worker.is_busy() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(!worker.is_busy());
    }
}
