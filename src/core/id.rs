//! Typed identities of 128 bits. Ids are not interchangeable, and none is made here: they come from [`Chance`].

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::row::KeyPart;

/// What every id has in common.
pub trait Id: Copy + Eq + Ord + fmt::Debug + fmt::Display {
    fn from_bytes(bytes: [u8; 16]) -> Self;
    fn bytes(&self) -> [u8; 16];

    /// The one behind it in the order of ids, for reading page by page.
    fn next(self) -> Option<Self> {
        let next = u128::from_be_bytes(self.bytes()).checked_add(1)?;
        Some(Self::from_bytes(next.to_be_bytes()))
    }

    /// Reads 32 lower-case hexadecimal digits; anything else is `None`.
    fn parse(text: &str) -> Option<Self> {
        Some(Self::from_bytes(parse_hex(text)?))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name([u8; 16]);

        impl Id for $name {
            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
            fn bytes(&self) -> [u8; 16] {
                self.0
            }
        }

        impl KeyPart for $name {
            fn write(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.0);
            }
            fn read(bytes: &mut &[u8]) -> Option<Self> {
                <[u8; 16]>::read(bytes).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                hex(&self.0[..4], f)?;
                f.write_str("…)")
            }
        }
    )*};
}

ids! {
    /// A person who can sign in.
    AccountId
    /// A registered company. Not the corporate ID that people read, which is [`crate::organization::CorporateId`].
    OrganizationId
    DepartmentId
    /// An account's seat in one organization, or a provisioned person who has not joined yet.
    MemberId
    /// One application of a company, from draft to decision.
    RegistrationId
    /// One attempt of a person to be verified.
    SubmissionId
    ConversationId
    InvitationId
    /// Bytes kept beside the rows: a document or a picture.
    BlobId
    /// What a personal code or an invitation link carries. Knowing it is a right, so it is never shown in a list.
    Token
    /// One question put by opening a code or a phone number; its answer is a row of the asker.
    AnswerId
}

/// Where ids, tokens and codes come from: 256 random bits given from outside with each command, stretched by
/// HMAC-SHA-256 over a counter. The same command with the same chance makes the same ids, so that a command which is
/// executed again (another tab was first) means the same thing.
pub struct Chance {
    seed: [u8; 32],
    drawn: u64,
}

impl Chance {
    pub fn new(seed: [u8; 32]) -> Self {
        Self { seed, drawn: 0 }
    }

    pub fn id<I: Id>(&mut self) -> I {
        let block = self.block();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&block[..16]);
        I::from_bytes(bytes)
    }

    pub fn block(&mut self) -> [u8; 32] {
        self.drawn += 1;
        keyed_hash(&self.seed, &self.drawn.to_be_bytes())
    }
}

/// HMAC-SHA-256 (RFC 2104).
pub fn keyed_hash(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let mut block = [0; 64]; // a key shorter than SHA-256's block is padded with zeros
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

fn parse_hex(text: &str) -> Option<[u8; 16]> {
    let digits = text.as_bytes();
    if digits.len() != 32 {
        return None;
    }
    let digit = |d: u8| match d {
        b'0'..=b'9' => Some(d - b'0'),
        b'a'..=b'f' => Some(d - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_chance_makes_the_same_ids_and_never_one_twice() {
        let draw = || {
            let mut chance = Chance::new([7; 32]);
            [chance.id::<AccountId>(), chance.id(), chance.id()]
        };
        let ids = draw();
        assert_eq!(ids, draw());
        assert!(ids[0] != ids[1] && ids[1] != ids[2]);
    }

    #[test]
    fn an_id_reads_back_from_its_own_text_and_from_nothing_else() {
        let id: Token = Chance::new([1; 32]).id();
        let text = id.to_string();
        assert_eq!(Token::parse(&text), Some(id));
        for other in [
            "",
            "0",
            &text.to_uppercase(),
            &format!("{text}0"),
            &text.replace(&text[..1], "é"),
        ] {
            assert_eq!(Token::parse(other), None, "{other}");
        }
    }
}
