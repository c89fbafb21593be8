//! Turns the locale files into the functions of `words.rs`. What differs between the languages stops the build.

use std::{env, error::Error, fs, path::Path, process::exit};

fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../locales");
    println!("cargo::rerun-if-changed=../locales");
    match liaison_locales::generate(&locales) {
        Ok(code) => fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), code)?,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=src/locales: {problem}");
            }
            exit(1);
        }
    }
    Ok(())
}
