//! An archive from elsewhere: what it unpacks to is counted before it is read, so that a few bytes cannot fill the memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

/// The most that a workbook unpacks to.
pub(super) const LARGEST_UNPACKED: u64 = 60_000_000;
const MOST_ENTRIES: usize = 1_000;

/// Why an archive is not read.
pub(super) enum ArchiveFault {
    NotAnArchive,
    TooLarge { bytes: u64 },
}

/// Unpacks to nowhere, counting: an archive may say less than it holds.
pub(super) fn check_unpacked(bytes: &[u8]) -> Result<(), ArchiveFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveFault::NotAnArchive)?;
    if archive.len() > MOST_ENTRIES {
        return Err(ArchiveFault::TooLarge { bytes: bytes.len() as u64 });
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| ArchiveFault::NotAnArchive)?;
        let left = LARGEST_UNPACKED - total;
        total += io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|_| ArchiveFault::NotAnArchive)?;
        if total > LARGEST_UNPACKED {
            return Err(ArchiveFault::TooLarge { bytes: total });
        }
    }
    Ok(())
}
