//! Programs of the computer: found in the folders of `PATH`, run without a shell, ended when they are not wanted any more.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often a running program is looked at: a voice that is stopped is silent within this time.
const LOOK: Duration = Duration::from_millis(10);

/// The folders where programs are looked for.
#[derive(Clone, Debug, Default)]
pub struct Folders(Vec<PathBuf>);

impl Folders {
    /// Returns the folders that the computer names.
    pub fn of_the_computer() -> Self {
        env::var_os("PATH").map(|path| Self::of(&path)).unwrap_or_default()
    }

    /// Returns the folders of a list such as `PATH`. A relative one depends on where one stands: it is left out.
    pub fn of(path: &OsStr) -> Self {
        Self(env::split_paths(path).filter(|folder| folder.is_absolute()).collect())
    }

    /// Returns the program of that name, of the first folder that has one.
    pub(super) fn find(&self, name: &str) -> Option<PathBuf> {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.0.iter().map(|folder| folder.join(&name)).find(|file| is_program(file))
    }
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Finished,
    /// It was not wanted any more.
    Stopped,
    Failed,
}

/// Makes a command whose arguments reach the program as they are.
pub(super) fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}

/// Runs a program to its end, until `wanted` says no, or until `limit` is over: a program that hangs is a failure.
///
/// `text` goes to its standard input, since other users of the computer can read a command line.
pub(super) fn run(command: &mut Command, text: Option<&str>, limit: Duration, wanted: &dyn Fn() -> bool) -> End {
    if text.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut running = match command.spawn() {
        Ok(child) => Running(child),
        Err(error) => {
            tracing::warn!(program = ?command.get_program(), kind = ?error.kind(), "a program of the voice did not start");
            return End::Failed;
        }
    };
    if let (Some(text), Some(mut input)) = (text, running.0.stdin.take()) {
        // A program that ended without reading tells why by its status.
        drop(input.write_all(text.as_bytes()));
    }
    let end = running.follow(limit, wanted);
    if end == End::Failed {
        tracing::warn!(program = ?command.get_program(), "a program of the voice failed");
    }
    end
}

/// A child that does not outlive its use.
struct Running(Child);

impl Running {
    fn follow(&mut self, limit: Duration, wanted: &dyn Fn() -> bool) -> End {
        let begun = Instant::now();
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) if status.success() => return End::Finished,
                Ok(Some(_)) | Err(_) => return End::Failed,
                Ok(None) if !wanted() => return End::Stopped,
                Ok(None) if begun.elapsed() > limit => return End::Failed,
                Ok(None) => sleep(LOOK),
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; it is waited for, so that nothing of it is left in the table of processes.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
