//! Screens, seen and queried without a window.

mod raster;
