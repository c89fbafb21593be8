//! Real files, as small as they can be: what people attach, and what they attach by mistake.

use std::fmt::Write;

use qrcode::{Color, QrCode};

/// A black and white picture with stripes, so that two sizes look different. 40 megapixels are 5 MB.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let row = width.div_ceil(8) as usize + 1;
    let pixels: Vec<u8> = (0..row * height as usize)
        .map(|i| if i % row == 0 { 0 } else { 0x0f })
        .collect();
    png_of(width, height, &pixels)
}

/// A screenshot of a QR code: eight dots for a module.
pub fn qr_png(text: &str) -> Vec<u8> {
    const QUIET: usize = 4;
    let code = QrCode::new(text).expect("the text fits a code");
    let size = code.width() + 2 * QUIET;
    let module = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < code.width());
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) if code[(x, y)] == Color::Dark => 0x00,
            _ => 0xff,
        }
    };
    let row = |y| std::iter::once(0).chain((0..size).map(move |x| module(x, y)));
    let pixels: Vec<u8> = (0..8 * size).flat_map(|y| row(y / 8)).collect();
    let edge = u32::try_from(8 * size).expect("a code is small");
    png_of(edge, edge, &pixels)
}

/// From rows of one bit for a dot, each behind the number of its filter.
fn png_of(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([1, 0, 0, 0, 0]); // one bit of grey; deflate; no filter; no interlace
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(png_chunk(b"IHDR", &head));
    file.extend(png_chunk(b"IDAT", &zlib_stored(pixels)));
    file.extend(png_chunk(b"IEND", &[]));
    file
}

/// Who made the photo of [`jpeg`], as its EXIF tells; nowhere to be found once EXIF is removed.
pub const CAMERA_MAKER: &str = "Liaison Test Camera";

/// A grey photo as from a phone held upright: stored lying on its side, with EXIF that says to turn it by 90° and
/// who made it. Shown, it is `width` × `height`. 40 megapixels are 156 kB.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    file.extend(jpeg_segment(0xe1, &exif()));
    file.extend(jpeg_segment(0xdb, &[&[0][..], &[1; 64]].concat())); // quantisation: none
    let [stored_width, stored_height] = [height, width].map(u16::to_be_bytes);
    let frame = [&[8], &stored_height[..], &stored_width, &[1, 1, 0x11, 0]].concat();
    file.extend(jpeg_segment(0xc0, &frame));
    // One code each, the bit 0: for brightness "no difference to the last block", for detail "none in this block".
    for table in [0x00, 0x10] {
        let mut lengths = [0; 18];
        lengths[0] = table;
        lengths[1] = 1;
        file.extend(jpeg_segment(0xc4, &lengths));
    }
    file.extend(jpeg_segment(0xda, &[1, 1, 0x00, 0, 63, 0]));
    let blocks = usize::from(width).div_ceil(8) * usize::from(height).div_ceil(8);
    let bits = blocks * 2;
    file.resize(file.len() + bits / 8, 0);
    if bits % 8 != 0 {
        file.push(0xff >> (bits % 8)); // filled up with ones
    }
    file.extend([0xff, 0xd9]);
    file
}

/// One dot.
pub fn webp() -> Vec<u8> {
    let mut file = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0".to_vec();
    file.extend(b"\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0");
    file
}

/// One page with a line of ASCII text.
pub fn pdf(text: &str) -> Vec<u8> {
    let text = text.replace(['(', ')', '\\'], " ");
    let drawing = format!("BT /F1 24 Tf 60 760 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{drawing}\nendstream",
            drawing.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        let _infallible = writeln!(table, "{:010} 00000 n ", file.len());
        let _infallible = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    let size = objects.len() + 1;
    let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    (file + &table + &trailer).into_bytes()
}

/// The head of a Windows program: what is behind `license.jpg` when it was renamed.
pub fn exe() -> Vec<u8> {
    let mut file = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    file.resize(0x3c, 0);
    file.extend(0x80_u32.to_le_bytes());
    file.resize(0x80, 0);
    file.extend(b"PE\0\0\x64\x86");
    file.resize(1024, 0);
    file
}

fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&kind[..], data].concat();
    let length = u32::try_from(data.len()).expect("a chunk is below 4 GB");
    [
        &length.to_be_bytes(),
        &named[..],
        &crc32(&named).to_be_bytes(),
    ]
    .concat()
}

/// RFC 1950 and 1951, without compressing.
fn zlib_stored(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = data.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).expect("a block is below 64 kB");
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (a + b) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            crc >> 1 ^ (0xedb8_8320 * (crc & 1))
        })
    })
}

fn jpeg_segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("a segment is below 64 kB");
    [&[0xff, marker], &length.to_be_bytes(), data].concat()
}

/// TIFF 6.0 inside of APP1: the maker, and orientation 6.
fn exif() -> Vec<u8> {
    let maker = format!("{CAMERA_MAKER}\0").into_bytes();
    let maker_length = u32::try_from(maker.len()).expect("a name is short");
    let behind_the_table = 8 + 2 + 2 * 12 + 4;
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let short = [tag, kind].map(u16::to_le_bytes).concat();
        [short, [count, value].map(u32::to_le_bytes).concat()].concat()
    };
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(entry(0x010f, 2, maker_length, behind_the_table));
    exif.extend(entry(0x0112, 3, 1, 6));
    exif.extend([0; 4]);
    exif.extend(maker);
    exif
}
