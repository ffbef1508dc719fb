//! Screens, seen and queried without a window.

mod gallery;
mod kiosk;
mod raster;
