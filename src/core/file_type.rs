//! What a file is, decided by its first bytes and never by its name.

use serde::{Deserialize, Serialize};

/// The kinds that are taken as documents and pictures (REG 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FileType {
    Jpeg,
    Png,
    WebP,
    Pdf,
}

impl FileType {
    /// How many bytes from the beginning of a file suffice.
    pub const HEAD: usize = 12;

    /// JPEG: ITU-T T.81, start of image and a marker. PNG: ISO/IEC 15948, signature. WebP: RFC 9649, RIFF header.
    /// PDF: ISO 32000, file header.
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::WebP),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }

    pub fn is_picture(self) -> bool {
        self != Self::Pdf
    }

    /// As a browser is told (IANA media types).
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        for (head, kind) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Some(FileType::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(FileType::Png)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(FileType::WebP)),
            (b"%PDF-1.7\n", Some(FileType::Pdf)),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0", None),
            (b"RIFF\x24\0\0\0WAVEfmt ", None),
            (b"GIF89a", None),
            (b"<svg xmlns=", None),
            (b"\0\0\0\x18ftypheic", None),
            (b"\x89PNG\n\x1a\n", None),
            (b"", None),
        ] {
            assert_eq!(FileType::of(head), kind, "{head:?}");
            assert!(
                kind.is_none() || FileType::of(&head[..head.len().min(FileType::HEAD)]) == kind
            );
        }
    }
}
