//! Screens, seen and queried without a window.

mod desk;
mod gallery;
mod kiosk;
mod looks;
mod raster;
mod speech;
