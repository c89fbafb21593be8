//! Random bits, from the browser.

/// The chance of one command.
pub(crate) fn command() -> [u8; 32] {
    bytes()
}

/// The bits of one id that no command makes.
pub(crate) fn id() -> [u8; 16] {
    bytes()
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok())
        .expect("every browser that runs WebAssembly has chance");
    bytes
}
