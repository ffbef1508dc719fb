//! What is true: the rules of the service, pure and without I/O, clock or chance.

pub mod scoring;
