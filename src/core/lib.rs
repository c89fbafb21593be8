//! The rules of Liaison. The same code decides in the browser and on the server.
//!
//! # Where to start
//!
//! - [`command`]: the first door. A command is something a person asks for; [`command::execute`] decides it.
//! - [`ask`]: the second door. A question that needs more than the asker holds; [`ask::ask`] answers it.
//! - [`space`] and [`view`]: every row lives in a space, and [`view::may_hold`] is the definition of visibility.
//! - [`contact`], [`policy`], [`registration`] and the other folders: what people talk about. One thing a person can do
//!   is one file: fields, rule, refusals, tests.
//!
//! No clock, no chance, no network, no browser: time and random bits come in with each command as [`command::Ctx`].

#![forbid(unsafe_code)]

pub mod account;
pub mod ask;
pub mod audit;
pub mod blob;
pub mod command;
pub mod contact;
pub mod conversation;
pub mod demo;
pub mod desk;
pub mod field;
pub mod file_type;
pub mod findings;
pub mod id;
pub mod identity;
pub mod limits;
pub mod memory;
pub mod numbers;
pub mod operator;
pub mod order;
pub mod organization;
pub mod policy;
pub mod refusal;
pub mod registration;
pub mod row;
pub mod space;
pub mod store;
pub mod tables;
pub mod text;
pub mod time;
pub mod view;
pub mod world;
