//! Who may do what: actor × state × command, as one golden text per subject. People read the diff.
//!
//! A table that changed fails; `INSTA_UPDATE=always cargo test -p liaison-core --test rules` writes it anew, and the
//! diff is the review.

mod account;
mod audit;
mod company;
mod contact;
mod conversation;
mod desk;
mod directory;
#[path = "../every/mod.rs"]
mod every;
mod identity;
mod invitations;
mod meanwhile;
mod meeting;
mod organization;
mod policy;
mod refusals;
mod registration;
mod stage;
mod table;

/// A command that stands in no table fails here.
#[test]
fn every_command_stands_in_a_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/tables");
    let tables: String = std::fs::read_dir(folder)
        .expect("the folder of tables")
        .map(|file| {
            std::fs::read_to_string(file.expect("a readable folder").path())
                .expect("a readable table")
        })
        .collect();
    let missing: Vec<_> = liaison_core::command::Command::NAMES
        .iter()
        .filter(|name| {
            !tables
                .lines()
                .any(|line| line.strip_prefix("## ") == Some(name))
        })
        .collect();
    assert!(missing.is_empty(), "in no rule table: {missing:?}");
}
