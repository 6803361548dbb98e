//! Reading the rows that an author writes: comma-separated values (RFC 4180), or separated by `;` or tabulations.

/// A row: the line where it begins, from 0, and its cells.
pub(super) type Record = (usize, Vec<String>);

/// Reads the rows, empty lines left out.
///
/// # Errors
/// The line, from 0, of a quotation mark that is never closed.
pub(super) fn records(text: &str) -> Result<Vec<Record>, usize> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        separator: separator(text),
        line: 0,
    };
    let mut records = Vec::new();
    while reader.rest.peek().is_some() {
        let (line, cells) = reader.record()?;
        if cells.iter().any(|cell| !cell.is_empty()) {
            records.push((line, cells));
        }
    }
    Ok(records)
}

/// What separates the cells: what the first line has most of.
fn separator(text: &str) -> char {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |separator: &char| header.matches(*separator).count();
    let separators = [',', ';', '\t'].into_iter();
    separators.rev().max_by_key(count).unwrap_or(',')
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
}

impl Reader<'_> {
    fn record(&mut self) -> Result<Record, usize> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            match self.rest.next() {
                Some('\n') => {
                    self.line += 1;
                    return Ok((line, cells));
                }
                Some(_) => {}
                None => return Ok((line, cells)),
            }
        }
    }

    /// A cell, up to what ends it.
    fn cell(&mut self) -> Result<String, usize> {
        while self.rest.next_if(|sign| *sign == ' ').is_some() {}
        let mut cell = match self.rest.next_if_eq(&'"') {
            Some(_) => self.quoted()?,
            None => String::new(),
        };
        let separator = self.separator;
        while let Some(sign) = self
            .rest
            .next_if(|sign| *sign != separator && *sign != '\n')
        {
            cell.push(sign);
        }
        Ok(crate::answer::words::one_line(&cell))
    }

    /// What stands between two quotation marks, where two of them are one.
    fn quoted(&mut self) -> Result<String, usize> {
        let begun = self.line;
        let mut cell = String::new();
        while let Some(sign) = self.rest.next() {
            match sign {
                '"' if self.rest.next_if_eq(&'"').is_none() => return Ok(cell),
                '\n' => self.line += 1,
                _ => {}
            }
            cell.push(sign);
        }
        Err(begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_whatever_separates_their_cells() {
        for text in ["a,b\n1,2\n\n3,\n", "a;b\r\n1;2\r\n3;", "a\tb\n1\t2\n3\t"] {
            let rows: Vec<_> = records(text)
                .unwrap()
                .into_iter()
                .map(|(_, row)| row)
                .collect();
            assert_eq!(rows, [["a", "b"], ["1", "2"], ["3", ""]], "{text}");
        }
    }

    #[test]
    fn a_quoted_cell_holds_separators_marks_and_lines() {
        let rows =
            records("name,place\n\"Dit \"\"le grand\"\"\",\"Halle, rue\nBasse\"\nx,y\n").unwrap();
        assert_eq!(
            rows[1],
            (
                1,
                vec!["Dit \"le grand\"".to_owned(), "Halle, rue Basse".to_owned()]
            )
        );
        assert_eq!(rows[2].0, 3);
        assert_eq!(records("a,b\n\"open,1\n"), Err(1));
    }
}
