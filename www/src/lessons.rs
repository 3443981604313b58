//! The teacher's guide with its lessons, read from `docs/classroom.md`: what stands there is what the page shows.

use crate::samples::{SAMPLES, Sample};

/// The guide as it stands in the documentation.
const GUIDE: &str = include_str!("../../docs/classroom.md");

/// How the folder of articles is called in a link of the guide.
const ARTICLES: &str = "](../seeds/articles/";

/// A paragraph or a row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A paragraph.
    Words(String),
    /// A row of a list.
    Point(String),
    /// A row of a list with numbers.
    Step(String),
}

/// A heading with what stands below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub items: Vec<Item>,
    /// Chapters inside of it.
    pub parts: Vec<Chapter>,
}

/// A lesson on one of the samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its heading without its number.
    pub title: String,
    /// Its article.
    pub sample: Sample,
    /// How long it takes, and from which age.
    pub about: String,
    /// What to do.
    pub task: Vec<Item>,
    /// What to look for meanwhile.
    pub look_for: Vec<Item>,
    /// Questions for afterwards.
    pub talk: Vec<Item>,
    /// What the teacher should know.
    pub teacher: Vec<Item>,
}

/// The guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What is said before the first chapter.
    pub intro: Vec<Item>,
    /// Everything but the lessons.
    pub chapters: Vec<Chapter>,
    /// The lessons.
    pub lessons: Vec<Lesson>,
}

/// Reads the guide.
pub fn guide() -> Guide {
    let whole = read(GUIDE);
    let mut guide = Guide { intro: whole.items, chapters: Vec::new(), lessons: Vec::new() };
    for chapter in whole.parts {
        match lesson(&chapter) {
            Some(lesson) => guide.lessons.push(lesson),
            None => guide.chapters.push(chapter),
        }
    }
    guide
}

/// One of the lessons, by its place.
pub fn lesson_at(place: usize) -> Option<Lesson> {
    guide().lessons.into_iter().nth(place)
}

fn lesson(chapter: &Chapter) -> Option<Lesson> {
    let (_, title) = chapter.title.strip_prefix("Lesson ")?.split_once(": ")?;
    let Some(Item::Words(line)) = chapter.items.first() else { return None };
    let (file, about) = line.split_once(ARTICLES)?.1.split_once("). ")?;
    let part = |title: &str| {
        let part = chapter.parts.iter().find(|part| part.title == title);
        part.map_or_else(Vec::new, |part| part.items.clone())
    };
    Some(Lesson {
        title: title.to_owned(),
        sample: *SAMPLES.iter().find(|sample| sample.file == file)?,
        about: about.to_owned(),
        task: part("Task"),
        look_for: part("What to look for"),
        talk: part("To talk about"),
        teacher: part("For the teacher"),
    })
}

/// The few forms of Markdown that the guide has: headings of three levels, paragraphs, lists.
fn read(markdown: &str) -> Chapter {
    let mut whole = Chapter::default();
    // A line that is none of these goes on with the item before it, unless an empty one stood between.
    let mut goes_on = false;
    for line in markdown.lines() {
        let line = line.trim();
        if let Some(title) = line.strip_prefix("### ") {
            let part = Chapter { title: title.to_owned(), ..Chapter::default() };
            whole.parts.last_mut().unwrap_or(&mut Chapter::default()).parts.push(part);
        } else if let Some(title) = line.strip_prefix("## ") {
            whole.parts.push(Chapter { title: title.to_owned(), ..Chapter::default() });
        } else if let Some(title) = line.strip_prefix("# ") {
            whole.title = title.to_owned();
        } else if !line.is_empty() {
            let items = innermost(&mut whole);
            match (item(line), items.last_mut()) {
                (Item::Words(more), Some(Item::Words(words) | Item::Point(words) | Item::Step(words)))
                    if goes_on =>
                {
                    words.push(' ');
                    words.push_str(&more);
                }
                (item, _) => items.push(item),
            }
        }
        goes_on = !line.is_empty() && !line.starts_with('#');
    }
    whole
}

fn innermost(whole: &mut Chapter) -> &mut Vec<Item> {
    match whole.parts.last_mut() {
        None => &mut whole.items,
        Some(chapter) => match chapter.parts.last_mut() {
            None => &mut chapter.items,
            Some(part) => &mut part.items,
        },
    }
}

fn item(line: &str) -> Item {
    if let Some(point) = line.strip_prefix("- ") {
        return Item::Point(point.to_owned());
    }
    match line.split_once(". ") {
        Some((number, step)) if number.bytes().all(|digit| digit.is_ascii_digit()) => {
            Item::Step(step.to_owned())
        }
        _ => Item::Words(line.to_owned()),
    }
}

/// A stretch of words of the guide, and how it stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// It does not.
    Plain(&'a str),
    /// `**bold**`
    Strong(&'a str),
    /// `*what stands on the page*`
    Name(&'a str),
}

/// The words of an item: of a link its words alone, since the page has its own ways to articles.
pub fn runs(words: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find(['*', '[']) {
        let (before, marked) = rest.split_at(at);
        let found = [("**", "**", ""), ("*", "*", ""), ("[", "](", ")")].into_iter().find_map(|form| {
            let (inside, after) = marked.strip_prefix(form.0)?.split_once(form.1)?;
            let after = if form.2.is_empty() { after } else { after.split_once(form.2)?.1 };
            Some((form.0, inside, after))
        });
        let Some((form, inside, after)) = found else { break };
        runs.extend((!before.is_empty()).then_some(Run::Plain(before)));
        runs.push(match form {
            "**" => Run::Strong(inside),
            "*" => Run::Name(inside),
            _ => Run::Plain(inside),
        });
        rest = after;
    }
    runs.extend((!rest.is_empty()).then_some(Run::Plain(rest)));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_has_three_whole_lessons_on_samples() {
        let guide = guide();
        let titles: Vec<_> = guide.lessons.iter().map(|lesson| lesson.title.as_str()).collect();
        assert_eq!(titles, ["Who is quoted?", "Reported speech and hedging", "Headline against body"]);
        for lesson in &guide.lessons {
            for part in [&lesson.task, &lesson.look_for, &lesson.talk, &lesson.teacher] {
                assert!(!part.is_empty(), "{}", lesson.title);
            }
            assert!(lesson.about.starts_with("About ") && lesson.about.ends_with('.'), "{}", lesson.about);
            // The guide calls the article by its headline.
            assert!(
                GUIDE.contains(&format!("[{}{ARTICLES}", lesson.sample.title)),
                "{}",
                lesson.sample.title
            );
        }
        assert!(!guide.intro.is_empty());
        // A lesson that is not read as one would be listed as a chapter.
        assert_eq!(guide.chapters.len(), 3);
        assert!(guide.chapters.iter().all(|it| !it.items.is_empty() && !it.title.starts_with("Lesson")));
    }

    #[test]
    fn what_lessons_say_of_the_words_of_their_articles_is_so() {
        let [pool, bees, bridge] = [0, 1, 2].map(|at| lesson_at(at).unwrap().sample.content);
        assert!(
            pool.contains("Nobody ever wrote an angry letter") && pool.contains("neither confirm nor deny")
        );
        assert!(bees.contains("do not rule that out") && bees.contains("A cold bee must shiver"));
        assert!(bridge.contains("We did not close it.") && bridge.contains("She says ‘we.’"));
        assert_eq!(bridge.matches("We Should Have Closed").count(), 1);
    }

    #[test]
    fn words_stand_out_and_links_are_their_words() {
        assert_eq!(
            runs("**Mark.** Press *Go* in [the guide](x.md), *"),
            [
                Run::Strong("Mark."),
                Run::Plain(" Press "),
                Run::Name("Go"),
                Run::Plain(" in "),
                Run::Plain("the guide"),
                Run::Plain(", *"),
            ]
        );
        let lines = read("# A\nb\nc\n\n- d\n  e\n1. f\n## G\n### H\ni");
        assert_eq!(lines.items[..2], [Item::Words("b c".into()), Item::Point("d e".into())]);
        assert_eq!(lines.items[2], Item::Step("f".into()));
        assert_eq!(lines.parts[0].parts[0].items, [Item::Words("i".into())]);
    }
}
