//! `tuijin` (推进): the library of key foreign-invested projects (重点外资项目库), from the
//! districts' files to the tables of the meetings.

pub mod cli;
pub mod desk;
pub mod error;
pub mod format;
pub mod import;
pub mod labels;
pub mod model;
pub mod report;
pub mod rules;
pub mod store;
pub mod view;
