//! What can be taken and how it looks: files of the project read into plain, valid values.

pub mod theme;
