//! Screens, seen and queried without a window.

mod desk;
mod gallery;
mod kiosk;
mod raster;
mod speech;
