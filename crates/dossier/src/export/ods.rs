//! An OpenDocument spreadsheet of one table (ISO/IEC 26300, version 1.3), written row by row. There is no formula in the file.

use std::io;

use super::archive::Archive;
use super::cell::Cell;
use super::xml;

const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
const CONTENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"#;

/// What comes before the rows, and the first of them: the names of the columns.
pub(super) fn begin(archive: &mut Archive, sheet: &str, columns: &[String]) -> io::Result<()> {
    archive.stored("mimetype", KIND.as_bytes())?;
    archive.begin("META-INF/manifest.xml")?;
    archive.write(MANIFEST.as_bytes())?;
    archive.begin("content.xml")?;
    archive.write(CONTENT.as_bytes())?;
    let mut out = format!(
        "<table:table table:name=\"{}\"><table:table-column table:number-columns-repeated=\"{}\"/><table:table-header-rows><table:table-row>",
        xml::text(sheet),
        columns.len().max(1)
    );
    for column in columns {
        text(column, " table:style-name=\"bold\"", &mut out);
    }
    out.push_str("</table:table-row></table:table-header-rows>");
    archive.write(out.as_bytes())
}

/// One row.
pub(super) fn row(archive: &mut Archive, cells: &[Cell]) -> io::Result<()> {
    let mut out = String::from("<table:table-row>");
    for cell in cells {
        match cell {
            Cell::Empty => out.push_str("<table:table-cell/>"),
            Cell::Text(words) => text(words, "", &mut out),
            Cell::Number(number) => out.push_str(&format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
            )),
            Cell::Decimal(number) => out.push_str(&format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
            )),
            Cell::Date(date) => out.push_str(&format!(
                "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"{date}\"><text:p>{date}</text:p></table:table-cell>"
            )),
        }
    }
    out.push_str("</table:table-row>");
    archive.write(out.as_bytes())
}

/// What comes after the rows.
pub(super) fn end(archive: &mut Archive) -> io::Result<()> {
    archive
        .write(b"</table:table></office:spreadsheet></office:body></office:document-content>")?;
    archive.finish()
}

/// A text: a paragraph for each line. Several spaces and tabs have elements of their own, or XML would make one space of them.
fn text(words: &str, style: &str, out: &mut String) {
    out.push_str(&format!(
        "<table:table-cell{style} office:value-type=\"string\">"
    ));
    for line in words.replace("\r\n", "\n").split(['\n', '\r']) {
        out.push_str("<text:p>");
        spaced(line, out);
        out.push_str("</text:p>");
    }
    out.push_str("</table:table-cell>");
}

fn spaced(line: &str, out: &mut String) {
    let mut after_space = true;
    let mut plain = String::new();
    for sign in line.chars() {
        match sign {
            '\t' => {
                xml::escaped(&std::mem::take(&mut plain), out);
                out.push_str("<text:tab/>");
                after_space = false;
            }
            ' ' if after_space => {
                xml::escaped(&std::mem::take(&mut plain), out);
                out.push_str("<text:s/>");
            }
            _ => {
                after_space = sign == ' ';
                plain.push(sign);
            }
        }
    }
    xml::escaped(&plain, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_tabs_and_lines_stay_what_was_typed() {
        let mut out = String::new();
        text(" a  b\tc\r\n<d>", "", &mut out);
        assert_eq!(
            out,
            "<table:table-cell office:value-type=\"string\"><text:p><text:s/>a <text:s/>b<text:tab/>c</text:p><text:p>&lt;d&gt;</text:p></table:table-cell>"
        );
    }
}
