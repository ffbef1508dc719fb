//! Opens a paper or a folder with the program that the computer has for it. The only file that knows the crate for it.

use std::io;
use std::path::Path;

/// How something is opened; tests give their own.
pub type Opener = Box<dyn Fn(&Path) -> io::Result<()>>;

/// Returns the computer's own way. It does not wait for the program that it starts.
pub fn of_the_computer() -> Opener {
    Box::new(|path| open::that_detached(path))
}
