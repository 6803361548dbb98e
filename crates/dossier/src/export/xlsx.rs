//! A workbook of one sheet (ECMA-376, SpreadsheetML), written row by row.
//!
//! Texts are written in their cells as texts: there is no formula in the file, whatever was typed. Nothing of the sheet is kept in
//! memory, as a table of shared texts would be.

use std::io;

use jiff::civil::Date;

use super::archive::Archive;
use super::cell::Cell;
use super::xml;

/// Letters at most of one cell; a longer text is refused by spreadsheets.
const MOST_LETTERS: usize = 32_767;
/// What ends a text that was cut.
const CUT: &str = " […]";
/// The formats of cells, in the order of the styles.
const BOLD: u8 = 1;
const DAY: u8 = 2;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;
// The first line stays in sight.
const SHEET: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>"#;

/// What comes before the rows, and the first of them: the names of the columns.
pub(super) fn begin(archive: &mut Archive, sheet: &str, columns: &[String]) -> io::Result<()> {
    let name = xml::text(&sheet_name(sheet));
    let workbook = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    for (part, content) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/styles.xml", STYLES),
    ] {
        archive.begin(part)?;
        archive.write(content.as_bytes())?;
    }
    archive.begin("xl/worksheets/sheet1.xml")?;
    archive.write(SHEET.as_bytes())?;
    let mut out = String::from("<row>");
    for column in columns {
        text(column, BOLD, &mut out);
    }
    out.push_str("</row>");
    archive.write(out.as_bytes())
}

/// One row.
pub(super) fn row(archive: &mut Archive, cells: &[Cell]) -> io::Result<()> {
    let mut out = String::from("<row>");
    for cell in cells {
        match cell {
            Cell::Empty => out.push_str("<c/>"),
            Cell::Text(words) => text(words, 0, &mut out),
            Cell::Number(number) => out.push_str(&format!("<c><v>{number}</v></c>")),
            Cell::Decimal(number) => out.push_str(&format!("<c><v>{number}</v></c>")),
            Cell::Date(date) => match serial(*date) {
                Some(day) => out.push_str(&format!("<c s=\"{DAY}\"><v>{day}</v></c>")),
                None => text(&date.to_string(), 0, &mut out),
            },
        }
    }
    out.push_str("</row>");
    archive.write(out.as_bytes())
}

/// What comes after the rows.
pub(super) fn end(archive: &mut Archive) -> io::Result<()> {
    archive.write(b"</sheetData></worksheet>")?;
    archive.finish()
}

fn text(words: &str, style: u8, out: &mut String) {
    out.push_str(&format!(
        "<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">"
    ));
    xml::escaped(&literal(&fitting(words)), out);
    out.push_str("</t></is></c>");
}

/// A text that fits in a cell; spreadsheets count in UTF-16.
fn fitting(words: &str) -> String {
    let is_long = words.len() > MOST_LETTERS && words.encode_utf16().count() > MOST_LETTERS;
    if !is_long {
        return words.to_owned();
    }
    let room = MOST_LETTERS - CUT.encode_utf16().count();
    let mut length = 0;
    let kept = words.chars().take_while(|sign| {
        length += sign.len_utf16();
        length <= room
    });
    kept.chain(CUT.chars()).collect()
}

/// `_x000D_` stands for a sign in this format: what a person typed like that is written so that it reads as it was typed.
fn literal(words: &str) -> String {
    let is_code = |rest: &str| {
        let code = rest.as_bytes().get(..6);
        code.is_some_and(|code| {
            code.first() == Some(&b'x')
                && code.last() == Some(&b'_')
                && code.iter().skip(1).take(4).all(u8::is_ascii_hexdigit)
        })
    };
    let mut out = String::with_capacity(words.len());
    for (index, sign) in words.char_indices() {
        out.push(sign);
        if sign == '_' && is_code(words.get(index + 1..).unwrap_or_default()) {
            out.push_str("x005F_");
        }
    }
    out
}

/// The number of a day, from the 30th of December 1899; days before March 1900 are counted otherwise by some.
fn serial(date: Date) -> Option<i32> {
    let first = jiff::civil::date(1900, 3, 1);
    let days = date.since(first).ok()?.get_days();
    (days >= 0).then_some(days + 61)
}

/// A name that a sheet may bear.
fn sheet_name(name: &str) -> String {
    let allowed = |sign: &char| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let name: String = name.chars().filter(allowed).take(31).collect();
    match name.trim() {
        "" => "Export".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_the_number_that_spreadsheets_give_it() {
        assert_eq!(serial(jiff::civil::date(1900, 3, 1)), Some(61));
        assert_eq!(serial(jiff::civil::date(2026, 11, 22)), Some(46348));
        assert_eq!(serial(jiff::civil::date(1899, 5, 2)), None);
    }

    #[test]
    fn a_typed_code_stays_what_was_typed() {
        assert_eq!(literal("a_x000D_b"), "a_x005F_x000D_b");
        assert_eq!(literal("snake_case_x00"), "snake_case_x00");
    }

    #[test]
    fn a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() {
        let long = fitting(&"é".repeat(40_000));
        assert_eq!(long.encode_utf16().count(), MOST_LETTERS);
        assert!(long.ends_with(CUT));
        assert_eq!(fitting("court"), "court");
    }

    #[test]
    fn a_sheet_bears_a_name_that_spreadsheets_accept() {
        assert_eq!(
            sheet_name("État civil / actes [2026]"),
            "État civil  actes 2026"
        );
        assert_eq!(sheet_name("***"), "Export");
    }
}
