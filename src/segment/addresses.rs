//! Addresses inside a stretch of text: web, mail, `@name`, `#tag`, file names.

use super::characters::{Stretch, is_word_char};

/// Longest local part of a mail address (RFC 5321), and so how far a word is looked at for an `@`.
const LONGEST_LOCAL_PART: usize = 64;

/// Longest host name (RFC 1035).
const LONGEST_HOST: usize = 253;

/// Ends of bare addresses ("see example.org") and file names. Those that are English words too (it, in, is,
/// me, no, us …) are left out: they stand after a full stop whose space was forgotten.
const ENDINGS: [&str; 47] = [
    "ac", "ai", "app", "au", "biz", "ca", "cn", "co", "com", "csv", "de", "dev", "doc", "docx", "edu", "eu",
    "fr", "gov", "htm", "html", "ie", "info", "int", "io", "jp", "jpg", "mil", "mp3", "mp4", "net", "news",
    "nz", "org", "pdf", "php", "png", "ppt", "ru", "tv", "txt", "ua", "uk", "xls", "xlsx", "xml", "za",
    "zip",
];

/// Where the address that begins at `at` ends. The caller has made sure that no word ends there.
pub(super) fn address_end(text: Stretch, at: usize) -> Option<usize> {
    match text.at(at)? {
        '@' => tag_end(text, at),
        '#' => tag_end(text, at),
        '.' => ending_end(text, at),
        c if c.is_ascii_alphanumeric() => {
            web_end(text, at).or_else(|| mail_end(text, at)).or_else(|| file_end(text, at))
        }
        _ => None,
    }
}

/// Where a bare address or a file name ends: `example.org/news`, `report.pdf`. Asked at a full stop inside a
/// word only.
pub(super) fn host_end(text: Stretch, at: usize) -> Option<usize> {
    let end =
        limited_run(text, at, LONGEST_HOST, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))?;
    let host = text.slice(at, end).trim_end_matches(['.', '-', '_']);
    let ending = host.rsplit('.').next()?;
    let known = ENDINGS.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok();
    // "He left.DE Zeeuw stayed" is no address: only the part before the first full stop may have capitals,
    // unless all have: REPORT.DOC
    let (_, later) = host.split_once('.')?;
    let even = !later.contains(|c: char| c.is_ascii_uppercase())
        || !host.contains(|c: char| c.is_ascii_lowercase())
        // "Newsfeed.Com": no words begin sentences like this
        || matches!(later, "Com" | "Net" | "Org");
    if !known || !even {
        return None;
    }
    let end = at + host.len();
    if text.at(end) == Some('/') { Some(trimmed_end(text, at, end)) } else { Some(end) }
}

/// Ends of file names that are no ends of hosts and no words.
const FILES: [&str; 18] = [
    "csv", "doc", "docx", "exe", "gif", "htm", "html", "jpg", "mp3", "mp4", "pdf", "png", "ppt", "txt",
    "xls", "xlsx", "xml", "zip",
];

/// Longest file name that is looked for.
const LONGEST_FILE: usize = 64;

/// A file name with hyphens, which part words elsewhere: `draft-8-7-01.doc`.
fn file_end(text: Stretch, at: usize) -> Option<usize> {
    let whole = limited_run(text, at, LONGEST_FILE, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '#' | '~' | '&' | '%')
    })?;
    let name = text.slice(at, whole).trim_end_matches(['.', '-', '_', '#']);
    let (before, ending) = name.rsplit_once('.')?;
    let known = FILES.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok();
    // "Dr.Smith-report.pdf" stays with the rules of words if a sentence may end inside it
    (known && !before.is_empty() && !before.contains('.')).then_some(at + name.len())
}

/// An ending that stands alone: "a .doc file", "the .com boom".
fn ending_end(text: Stretch, at: usize) -> Option<usize> {
    // Behind a bracket or a hyphen it is the end of a name that was not taken whole.
    let free = text.before(at).is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '-'));
    let end = text.run(at + 1, is_word_char);
    let ending = text.slice(at + 1, end);
    let known = |list: &[&str]| list.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok();
    (free && ending.len() <= 4 && (known(&FILES) || matches!(ending, "com" | "org" | "net" | "gov")))
        .then_some(end)
}

/// The name of a newsgroup or package: three and more parts in small letters, `comp.sources.unix`.
pub(super) fn dotted_end(text: Stretch, at: usize) -> Option<usize> {
    let end = limited_run(text, at, LONGEST_HOST, |c| c.is_ascii_lowercase() || matches!(c, '-' | '.'))?;
    let name = text.slice(at, end).trim_end_matches(['.', '-']);
    let after = text.at(at + name.len());
    let mut parts = name.split('.');
    let long = parts.by_ref().take(2).filter(|part| part.len() > 1).count() == 2;
    let whole = long && parts.next().is_some() && name.split('.').all(|part| !part.is_empty());
    (whole && !after.is_some_and(is_word_char)).then_some(at + name.len())
}

/// `https://…`, `www.…`
fn web_end(text: Stretch, at: usize) -> Option<usize> {
    let head = text.rest(at).as_bytes().get(..8.min(text.rest(at).len()))?;
    let starts = |prefix: &str| {
        head.len() >= prefix.len() && head.iter().zip(prefix.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
    };
    let prefix = ["http://", "https://", "ftp://", "www."].into_iter().find(|prefix| starts(prefix))?;
    let end = trimmed_end(text, at, at + prefix.len());
    (end > at + prefix.len()).then_some(end)
}

/// The end of all that can stand in a web address, without punctuation of the sentence around it.
fn trimmed_end(text: Stretch, at: usize, from: usize) -> usize {
    let end = text.run(from, |c| {
        !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '‘' | '’' | '…' | '—')
    });
    let whole = text.slice(at, end);
    let opened = whole.contains('(');
    let trimmed = whole.trim_end_matches(|c| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']' | '}' | '*') || (c == ')' && !opened)
    });
    at + trimmed.len()
}

/// `ana.ruiz@example.org`, `mailto:…`
fn mail_end(text: Stretch, at: usize) -> Option<usize> {
    let from = if text.rest(at).starts_with("mailto:") { at + "mailto:".len() } else { at };
    let local = limited_run(text, from, LONGEST_LOCAL_PART, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
    })?;
    if local == from || text.at(local) != Some('@') {
        return None;
    }
    let end = limited_run(text, local + 1, LONGEST_HOST, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
    })?;
    let host = text.slice(local + 1, end).trim_end_matches(['.', '-', '_']);
    (!host.is_empty()).then_some(local + 1 + host.len())
}

/// `@name`, `#tag`
fn tag_end(text: Stretch, at: usize) -> Option<usize> {
    let end = text.run(at + 1, is_word_char);
    (end > at + 1).then_some(end)
}

/// The end of a run of at most `limit` bytes; `None` if it goes on beyond.
fn limited_run(text: Stretch, at: usize, limit: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let rest = text.rest(at).bytes().take(limit + 1);
    let len = rest.take_while(|byte| wanted(char::from(*byte))).count();
    (len <= limit).then_some(at + len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextSpan;

    #[test]
    fn the_list_of_endings_can_be_searched() {
        assert!(ENDINGS.is_sorted());
    }

    /// The address at the start of `text`, or nothing.
    fn check(text: &str, expected: &str) {
        let stretch = Stretch::new(text, TextSpan::new(0, text.len() as u32));
        let end = address_end(stretch, 0).or_else(|| host_end(stretch, 0)).unwrap_or(0);
        assert_eq!(&text[..end], expected, "{text}");
    }

    #[test]
    fn punctuation_of_the_sentence_stays_outside() {
        check("https://example.org/a(b)/?q=1.", "https://example.org/a(b)/?q=1");
        check("www.example.org), he", "www.example.org");
        check("ana.ruiz@example.org.", "ana.ruiz@example.org");
        check("example.co.uk/news, ", "example.co.uk/news");
        check("Report.pdf", "Report.pdf");
        check("@ana_ruiz:", "@ana_ruiz");
        check("#Ñandú!", "#Ñandú");
    }

    #[test]
    fn a_forgotten_space_is_no_address() {
        check("running.It was", "");
        check("running.it was", "");
        check("www. is", "");
        check("@ 5", "");
    }
}
