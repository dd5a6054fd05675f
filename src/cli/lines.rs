//! Lines of any number and of bounded length, read one by one.

use std::io::{self, BufRead, BufReader, Read};

use tokio::sync::mpsc;

use super::input::Source;

/// What the reader finds.
pub(super) enum Item {
    /// A line, without its end.
    Line(Vec<u8>),
    /// A line beyond the limit; its bytes are not kept.
    LineTooLong,
    /// A file cannot be read, or not to its end.
    Unreadable(String),
}

/// Reads every line of `sources` and sends it on, until nobody wants more.
pub(super) fn read_all(sources: &[Source], line_bytes_max: usize, sender: &mpsc::Sender<Item>) {
    for source in sources {
        let read = source.open().and_then(|open| {
            let mut lines = BufReader::with_capacity(1 << 16, open);
            while let Some(item) = read_line(&mut lines, line_bytes_max)? {
                if sender.blocking_send(item).is_err() {
                    break; // nobody wants more
                }
            }
            Ok(())
        });
        if let Err(error) = read {
            let problem = format!("{source}: cannot be read: {error}");
            let _ = sender.blocking_send(Item::Unreadable(problem));
        }
    }
}

/// The next line that is not blank; of one longer than `bytes_max`, only that it is.
fn read_line(lines: &mut impl BufRead, bytes_max: usize) -> io::Result<Option<Item>> {
    loop {
        let mut line = Vec::new();
        let mut bounded = lines.by_ref().take(bytes_max as u64 + 1);
        if bounded.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.ends_with(b"\n") {
            line.pop();
        } else if line.len() > bytes_max {
            lines.skip_until(b'\n')?;
            return Ok(Some(Item::LineTooLong));
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(Item::Line(line)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_one_by_one_and_never_beyond_the_limit() {
        let mut input = BufReader::with_capacity(3, &b"12345\n\n \r\n123456\n1\n123456789"[..]);
        let mut read = Vec::new();
        while let Some(item) = read_line(&mut input, 5).unwrap() {
            read.push(match item {
                Item::Line(line) => String::from_utf8(line).unwrap(),
                Item::LineTooLong => "too long".to_owned(),
                Item::Unreadable(problem) => problem,
            });
        }
        assert_eq!(read, ["12345", "too long", "1", "too long"]);
    }
}
