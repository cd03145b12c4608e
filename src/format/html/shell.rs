//! What stands around the content of every HTML file: the language, and a policy by which the file
//! may use its own style and script, known by their digests, and nothing from anywhere else.

use crate::labels::Lang;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The parts of a file.
pub struct Shell<'a> {
    pub title: &'a str,
    pub lang: Lang,
    pub style: &'a str,
    pub body: &'a Markup,
    pub script: Option<&'a str>,
}

/// The whole file.
pub fn shell(parts: &Shell<'_>) -> String {
    let style = allowed(parts.style);
    let script = parts.script.map_or("'none'".to_owned(), allowed);
    let policy = format!(
        "default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    let whole = html! {
        (DOCTYPE)
        html lang=(parts.lang.pick(("zh-CN", "en"))) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                // Without one a browser asks the server for it.
                link rel="icon" href="data:,";
                title { (parts.title) }
                style { (PreEscaped(parts.style)) }
            }
            body {
                (parts.body)
                @if let Some(script) = parts.script { script { (PreEscaped(script)) } }
            }
        }
    };
    whole.into_string() + "\n"
}

/// How a policy names a text that may be used.
fn allowed(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
