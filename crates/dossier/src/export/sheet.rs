//! A table being written, whatever its format.

use std::io;

use jiff::civil::DateTime;

use super::archive::Archive;
use super::cell::Cell;
use super::view::Format;
use super::{csv, ods, xlsx};

/// A table being written. What was written and not taken is in memory.
pub(super) enum Sheet {
    Csv(Vec<u8>),
    Xlsx(Archive),
    Ods(Archive),
}

impl Sheet {
    /// Begins one, with the names of its columns; an archive of dossiers has its table apart.
    pub(super) fn begin(
        format: Format,
        at: DateTime,
        name: &str,
        columns: &[String],
    ) -> io::Result<Self> {
        match format {
            Format::Xlsx => {
                let mut archive = Archive::new(at);
                xlsx::begin(&mut archive, name, columns)?;
                Ok(Self::Xlsx(archive))
            }
            Format::Ods => {
                let mut archive = Archive::new(at);
                ods::begin(&mut archive, name, columns)?;
                Ok(Self::Ods(archive))
            }
            Format::Csv | Format::Zip => {
                let mut out = csv::MARK.as_bytes().to_vec();
                let cells: Vec<Cell> = columns.iter().map(Cell::text).collect();
                csv::line(&cells, &mut out);
                Ok(Self::Csv(out))
            }
        }
    }

    pub(super) fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        match self {
            Self::Csv(out) => {
                csv::line(cells, out);
                Ok(())
            }
            Self::Xlsx(archive) => xlsx::row(archive, cells),
            Self::Ods(archive) => ods::row(archive, cells),
        }
    }

    pub(super) fn end(&mut self) -> io::Result<()> {
        match self {
            Self::Csv(_) => Ok(()),
            Self::Xlsx(archive) => xlsx::end(archive),
            Self::Ods(archive) => ods::end(archive),
        }
    }

    /// The bytes that were written and not taken yet, when they are `enough` or more.
    pub(super) fn take(&mut self, enough: usize) -> Option<Vec<u8>> {
        match self {
            Self::Csv(out) if out.is_empty() || out.len() < enough => None,
            Self::Csv(out) => Some(std::mem::take(out)),
            Self::Xlsx(archive) | Self::Ods(archive) => archive.take(enough),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    const NASTY: [&str; 8] = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "＝1+1",
        "<f>1</f>]]>&\u{1}",
        "\"=1",
    ];

    fn written(format: Format) -> Vec<u8> {
        let at = jiff::civil::date(2026, 11, 22).at(12, 0, 0, 0);
        let columns = ["Numéro".to_owned(), "=A1".to_owned()];
        let mut sheet = Sheet::begin(format, at, "État civil", &columns).unwrap();
        let mut out = Vec::new();
        for text in NASTY {
            sheet.row(&[Cell::text(text), Cell::Number(-2)]).unwrap();
            out.extend(sheet.take(0).unwrap_or_default());
        }
        let day = jiff::civil::date(2026, 2, 3);
        sheet.row(&[Cell::Date(day), Cell::Empty]).unwrap();
        sheet.end().unwrap();
        out.extend(sheet.take(0).unwrap_or_default());
        out
    }

    fn part(archive: Vec<u8>, name: &str) -> String {
        let mut read = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
        let mut text = String::new();
        let mut file = read.by_name(name).unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_workbook_has_texts_numbers_and_days_and_no_formula() {
        let sheet = part(written(Format::Xlsx), "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
        assert_eq!(sheet.matches("t=\"inlineStr\"").count(), 2 + NASTY.len());
        assert!(sheet.contains(">=cmd|' /C calc'!A0</t>"));
        assert!(sheet.contains("&lt;f&gt;1&lt;/f&gt;]]&gt;&amp;\u{fffd}"));
        assert!(
            sheet.contains("<c><v>-2</v></c>") && sheet.contains("<c s=\"2\"><v>46056</v></c>")
        );
        assert_eq!(
            sheet.matches("<row>").count(),
            sheet.matches("</row>").count()
        );
        assert_eq!(sheet.matches("<row>").count(), NASTY.len() + 2);
    }

    #[test]
    fn an_opendocument_sheet_says_what_it_is_first_and_has_no_formula() {
        let whole = written(Format::Ods);
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(&whole[30..38], b"mimetype");
        assert_eq!(&whole[38..38 + kind.len()], kind.as_bytes());
        assert!(part(whole.clone(), "META-INF/manifest.xml").contains(kind));
        let content = part(whole, "content.xml");
        assert!(!content.contains("formula"));
        assert_eq!(
            content.matches("office:value-type=\"string\"").count(),
            2 + NASTY.len()
        );
        assert!(content.contains("office:date-value=\"2026-02-03\""));
        assert!(content.contains("<text:p>=cmd|' /C calc'!A0</text:p>"));
    }

    #[test]
    fn a_csv_begins_with_its_mark_and_has_no_formula() {
        let text = String::from_utf8(written(Format::Csv)).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        assert!(
            text.starts_with("\"Numéro\";\"'=A1\"\r\n\"'=cmd|"),
            "{text}"
        );
        assert!(text.contains("\"'＝1+1\";-2\r\n"));
        assert!(text.ends_with("2026-02-03;\r\n"));
    }
}
