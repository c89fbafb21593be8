//! What is held before the fake camera: a film of one still picture, which Chromium plays over and over.

use std::path::Path;

use qrcode::{Color, EcLevel, QrCode};

const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Light that a code needs around itself, in modules.
const QUIET: usize = 4;

/// Holds a QR code of this text before the camera. The next time a page opens the camera it sees the new picture.
pub fn show(text: &str, film: &Path) {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("the text fits a code");
    let size = code.width() + 2 * QUIET;
    let scale = HEIGHT / size;
    let corner = |length| (length - size * scale) / 2;
    let (left, top) = (corner(WIDTH), corner(HEIGHT));
    write(film, |x, y| {
        let module = |at: usize, from| (at.checked_sub(from)? / scale).checked_sub(QUIET);
        match (module(x, left), module(y, top)) {
            (Some(x), Some(y)) if x.max(y) < code.width() && code[(x, y)] == Color::Dark => 16,
            _ => 235,
        }
    });
}

/// An empty table before the camera.
pub fn show_nothing(film: &Path) {
    write(film, |x, y| 90 + ((x + y) % 64) as u8);
}

/// YUV4MPEG2, three frames at ten a second; the colour planes are neutral.
fn write(film: &Path, brightness: impl Fn(usize, usize) -> u8) {
    let mut frame = b"FRAME\n".to_vec();
    frame.extend(
        (0..HEIGHT)
            .flat_map(|y| (0..WIDTH).map(move |x| (x, y)))
            .map(|(x, y)| brightness(x, y)),
    );
    frame.resize(frame.len() + WIDTH * HEIGHT / 2, 128);
    let mut bytes = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n").into_bytes();
    bytes.extend(frame.repeat(3));
    // A film that is being played is replaced, never changed.
    let new = film.with_extension("new");
    std::fs::write(&new, bytes).expect("the film can be written");
    std::fs::rename(new, film).expect("the film can be replaced");
}
