//! Names as they are searched: case, width, accents and the space between words do not count.

use crate::text::folded;

/// Folds a name or what somebody types to find it.
pub fn searchable(text: &str) -> String {
    let text = folded(text);
    if text.is_ascii() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            'ĳ' => out.push_str("ij"),
            // Marks that stand on the letter before.
            '\u{300}'..='\u{36f}' => {}
            '\u{c0}'..='\u{17f}' => out.push(bare(sign, 0xc0, LATIN)),
            '\u{1e00}'..='\u{1eff}' => out.push(bare(sign, 0x1e00, LATIN_ADDITIONAL)),
            _ => out.push(sign),
        }
    }
    out
}

fn bare(sign: char, first: u32, table: &[u8]) -> char {
    match table.get((sign as u32 - first) as usize) {
        None | Some(b'?') => sign,
        Some(letter) => *letter as char,
    }
}

/// The base letters of U+00C0 to U+017F, from the canonical decompositions of the Unicode Character Database.
const LATIN: &[u8] = b"aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrsssssssstttttt\
uuuuuuuuuuuuwwyyyzzzzzzs";

/// The same of U+1E00 to U+1EFF; Vietnamese stands here.
const LATIN_ADDITIONAL: &[u8] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmm\
nnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????\
aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_their_accents() {
        assert_eq!(LATIN.len(), 0x180 - 0xc0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
        for (name, plain) in [
            ("Žofie  Ñandú", "zofie nandu"),
            ("Nguyễn Thị Ánh", "nguyen thi anh"),
            ("Ångström", "angstrom"),
            ("Groß", "gross"),
            ("ŁUKASZ", "lukasz"),
            ("e\u{301}", "e"),
            ("李雷", "李雷"),
            ("Ἀθηνᾶ", "ἀθηνᾶ"),
            ("ＬＩ", "li"),
        ] {
            assert_eq!(searchable(name), plain);
        }
    }
}
