//! Pictures of a page at every size, in both themes and both languages, to be looked at.

use std::path::{Path, PathBuf};

use liaison_journeys::{Browser, Options, Scratch, Server, Tab};

const USAGE: &str = "\
cargo run -p liaison-journeys --bin shots -- PAGE FOLDER [options]

PAGE is a URL, or a built folder such as dist, which is then served. Pictures are FOLDER/[NAME-]WIDTH-THEME-LANG.png.

  --hash '#/contacts'   the place in the app
  --script FILE.js      run in the page before the picture is taken; may await
  --see TEXT            wait until this is on the screen
  --name NAME           begin the names of the pictures with this
  --width 1280          only this width (360, 768 and 1280 otherwise)
  --theme light         only this theme (light and dark otherwise)
  --lang en             only this language (en and zh-CN otherwise)
  --whole               from top to bottom, not only what fits the window
  --profile FOLDER      keep what the browser stores there, and find it again the next time";

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let wishes = Wishes::read(&arguments).unwrap_or_else(|why| {
        eprintln!("{why}\n\n{USAGE}");
        std::process::exit(2)
    });
    let browser = Browser::start(Options {
        profile: wishes.profile.clone().map(Scratch::kept),
        ..Options::default()
    });
    let folder = Path::new(&wishes.page);
    let server = folder.is_dir().then(|| Server::start(folder));
    let page = server.map_or_else(|| (wishes.page.clone(), None), |s| (s.url(""), Some(s)));
    let url = format!("{}{}", page.0, wishes.hash);
    for language in &wishes.languages {
        for theme in &wishes.themes {
            for width in &wishes.widths {
                let picture = wishes
                    .folder
                    .join(format!("{}{width}-{theme}-{language}.png", wishes.name));
                take(&browser, &url, &wishes, (*width, theme, language), &picture);
            }
        }
    }
    browser.close();
}

fn take(
    browser: &Browser,
    url: &str,
    wishes: &Wishes,
    (width, theme, language): (u32, &str, &str),
    picture: &Path,
) {
    let tab = browser.blank();
    tab.allow_error(""); // told below; a picture of a broken page is worth having
    tab.resize(width, if width < 600 { 740 } else { 800 });
    tab.theme(theme == "dark");
    tab.language(language);
    tab.go(url);
    for text in &wishes.see {
        tab.see(text);
    }
    settle(&tab);
    if let Some(script) = &wishes.script {
        tab.eval(script);
        settle(&tab);
    }
    if wishes.whole {
        tab.screenshot_whole(picture);
    } else {
        tab.screenshot(picture);
    }
    println!("{}", picture.display());
    let too_wide = tab.eval("document.documentElement.scrollWidth - innerWidth");
    if let Some(pixels @ 1..) = too_wide.as_i64() {
        println!("  wider than the window by {pixels} px");
    }
    for error in tab.all_errors() {
        println!("  {error}");
    }
    tab.close();
}

/// Until fonts are there and the page has not changed for a third of a second.
fn settle(tab: &Tab) {
    tab.eval(
        "await document.fonts.ready;
         await new Promise((done) => {
             let timer = setTimeout(done, 300);
             const again = () => { clearTimeout(timer); timer = setTimeout(done, 300); };
             new MutationObserver(again).observe(document, { subtree: true, childList: true, attributes: true });
             setTimeout(done, 5000);
         })",
    );
}

struct Wishes {
    page: String,
    folder: PathBuf,
    hash: String,
    script: Option<String>,
    see: Vec<String>,
    name: String,
    widths: Vec<u32>,
    themes: Vec<String>,
    languages: Vec<String>,
    whole: bool,
    profile: Option<PathBuf>,
}

impl Wishes {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut places = Vec::new();
        let mut wishes = Self {
            page: String::new(),
            folder: PathBuf::new(),
            hash: String::new(),
            script: None,
            see: Vec::new(),
            name: String::new(),
            widths: Vec::new(),
            themes: Vec::new(),
            languages: Vec::new(),
            whole: false,
            profile: None,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let value = arguments.next().cloned();
                value.ok_or_else(|| format!("{argument} wants a value"))
            };
            match argument.as_str() {
                "--hash" => wishes.hash = value()?,
                "--script" => {
                    let file = value()?;
                    let script = std::fs::read_to_string(&file);
                    wishes.script = Some(script.map_err(|e| format!("{file}: {e}"))?);
                }
                "--see" => wishes.see.push(value()?),
                "--name" => wishes.name = format!("{}-", value()?),
                "--width" => {
                    let width = value()?.parse();
                    wishes
                        .widths
                        .push(width.map_err(|_| "--width wants a number")?);
                }
                "--theme" => wishes.themes.push(value()?),
                "--lang" => wishes.languages.push(value()?),
                "--whole" => wishes.whole = true,
                "--profile" => wishes.profile = Some(value()?.into()),
                option if option.starts_with("--") => return Err(format!("no option {option}")),
                place => places.push(place.to_owned()),
            }
        }
        let [page, folder] =
            <[String; 2]>::try_from(places).map_err(|_| "PAGE and FOLDER are wanted")?;
        (wishes.page, wishes.folder) = (page, folder.into());
        if wishes.widths.is_empty() {
            wishes.widths = vec![360, 768, 1280];
        }
        if wishes.themes.is_empty() {
            wishes.themes = ["light", "dark"].map(str::to_owned).to_vec();
        }
        if wishes.languages.is_empty() {
            wishes.languages = ["en", "zh-CN"].map(str::to_owned).to_vec();
        }
        Ok(wishes)
    }
}
