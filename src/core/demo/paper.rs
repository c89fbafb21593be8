//! The documents of the demo: one page of PDF (ISO 32000) that says what its file is called. The bytes follow from the
//! name alone, so they need not be kept anywhere until a world is put into a store.

use std::{collections::BTreeMap, fmt::Write};

use sha2::{Digest, Sha256};

use crate::{
    account::mobile_owners,
    blob::{File, Upload},
    desk::submitted_identities,
    id::{BlobId, Id},
    registration::applications,
    row::ReadRows,
    store::{Read, Stop},
    text::Line,
};

/// A document that arrives under an id of its own, which follows from its name and from where it is put. What stands
/// between ` · ` is a line on the page.
pub fn upload(name: &str, place: &str) -> Upload {
    let name = Line::cleaned(name, *crate::limits::FILE_NAME.end(), "file");
    let bytes = bytes(&name);
    let mut id = [0; 16];
    let hash = Sha256::digest(format!("{name}\0{place}").as_bytes());
    id.copy_from_slice(&hash[..16]);
    Upload {
        blob: BlobId::from_bytes(id),
        name: name.to_string(),
        head: bytes[..16].to_vec(),
        size: bytes.len() as u64,
        sha256: Sha256::digest(&bytes).into(),
    }
}

/// The bytes of every document of a world that came from here.
pub fn papers(store: &dyn Read) -> Result<BTreeMap<BlobId, Vec<u8>>, Stop> {
    let mut papers = BTreeMap::new();
    let mut keep = |file: &File| {
        let bytes = bytes(&file.name);
        if file.sha256 == <[u8; 32]>::from(Sha256::digest(&bytes)) {
            papers.insert(file.blob, bytes);
        }
    };
    for (_, owner) in store.list(&mobile_owners())? {
        for (_, application) in store.list(&applications(owner.account))? {
            for document in &application.documents {
                keep(&document.file);
            }
        }
    }
    for (_, submitted) in store.list(&submitted_identities())? {
        if let Some(pictures) = submitted.evidence.and_then(|shown| shown.pictures) {
            keep(&pictures.certificate);
            keep(&pictures.statement);
        }
    }
    Ok(papers)
}

fn bytes(name: &str) -> Vec<u8> {
    let page = page(name.trim_end_matches(".pdf"));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 420] /Contents 4 0 R /Resources << /Font << /F 5 0 R /L 8 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{page}endstream", page.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>".to_owned(),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.7\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", pdf.len());
        let _ = write!(pdf, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = pdf.len();
    let size = objects.len() + 1;
    let _ = write!(
        pdf,
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}

/// A frame, and the lines in it from the top.
fn page(text: &str) -> String {
    let mut page = String::from("1.5 w 30 30 535 360 re S\n");
    for (at, line) in text.split(" · ").enumerate() {
        let size = if at == 0 { 26 } else { 16 };
        let down = 330 - at * 44;
        if line.is_ascii() {
            let _ = write!(page, "BT /L {size} Tf 60 {down} Td <");
            line.bytes().for_each(|byte| _ = write!(page, "{byte:02X}"));
        } else {
            let _ = write!(page, "BT /F {size} Tf 60 {down} Td <");
            line.encode_utf16()
                .for_each(|unit| _ = write!(page, "{unit:04X}"));
        }
        page.push_str("> Tj ET\n");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        demo::steps,
        file_type::FileType,
        numbers::Region,
        refusal::Field,
        time::{DAY, Time},
        world::World,
    };

    #[test]
    fn a_paper_is_a_pdf_whose_table_points_at_its_objects() {
        let pdf = bytes("海蓝科技 · Business license.pdf");
        assert_eq!(FileType::of(&pdf), Some(FileType::Pdf));
        let text = String::from_utf8(pdf).unwrap();
        let table = text.split("xref\n0 9\n").nth(1).unwrap();
        for (number, line) in table.lines().take(9).enumerate().skip(1) {
            let at: usize = line[..10].parse().unwrap();
            assert!(text[at..].starts_with(&format!("{number} 0 obj")), "{line}");
        }
    }

    #[test]
    fn every_document_of_a_world_has_its_bytes() {
        let mut world = World::new(Time(20_000 * DAY), 1);
        let owner = steps::person(&mut world, "Ada", "+8613800000001");
        steps::company(
            &mut world,
            owner,
            &steps::form(Region::HK, "海蓝科技", "海蓝"),
        );
        let blobs = world.store.list(&crate::blob::blobs()).unwrap();
        let papers = papers(&world.store).unwrap();
        assert_eq!(blobs.len(), 2);
        for (blob, _) in blobs {
            assert!(papers[&blob].starts_with(b"%PDF"));
        }
        let upload = upload("x.pdf", "");
        assert_eq!(upload.check(Field::File).unwrap().size, upload.size);
    }
}
