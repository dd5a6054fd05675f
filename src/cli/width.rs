//! How much room a text takes on a terminal, and less of it where there is not enough.

use tabled::grid::util::string::{get_char_width, get_line_width};

/// Columns that a line takes on a terminal.
pub(super) fn columns(line: &str) -> usize {
    get_line_width(line)
}

/// `text` in at most `room` columns, its middle left out where it has more. What tells
/// paths apart is mostly at the end, so the end gets two thirds.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let room = room.saturating_sub(1); // for the ellipsis
    let tail_room = room * 2 / 3;
    let head: String = fitting(text.chars(), room - tail_room).collect();
    let mut tail: Vec<char> = fitting(text.chars().rev(), tail_room).collect();
    // A mark whose letter is gone would sit on the ellipsis.
    while tail.last().is_some_and(|mark| get_char_width(*mark) == 0) {
        tail.pop();
    }
    let tail: String = tail.into_iter().rev().collect();
    format!("{head}…{tail}")
}

fn fitting(characters: impl Iterator<Item = char>, room: usize) -> impl Iterator<Item = char> {
    characters.scan(0, move |used, character| {
        *used += get_char_width(character);
        (*used <= room).then_some(character)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_lose_their_middle() {
        let cases = [
            ("short enough", "bote.txt", 8, "bote.txt"),
            ("too long", "articles/flood/bote.txt", 13, "arti…bote.txt"),
            ("two columns a character", "東京新聞の記事", 8, "東…記事"),
            ("no room", "bote.txt", 0, "…"),
        ];
        for (rule, text, room, expected) in cases {
            let short = shortened(text, room);
            assert!(columns(&short) <= room.max(1), "{rule}: {short}");
            assert_eq!(short, expected, "{rule}");
        }
    }
}
