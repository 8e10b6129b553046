#include "documents/xlsx/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "documents/table/open_table.h"
#include "documents/zip/writer.h"

namespace rapport::documents::xlsx {
namespace {

using testing::ElementsAre;

constexpr std::string_view relations_of = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct Parts {
    std::string sheet;
    std::string texts = "<sst/>";
    std::string styles = "<styleSheet/>";
    std::string workbook = R"(<workbook><sheets><sheet name="People" r:id="rId1"/><sheet name="More" r:id="rId4"/></sheets></workbook>)";
    std::string second = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>other</t></is></c></row></sheetData></worksheet>";
};

std::string workbook(const Parts& parts) {
    std::string bytes;
    zip::Writer writer([&](std::string_view piece) { bytes += piece; });
    auto add = [&](const std::string& name, const std::string& text) {
        writer.begin(name);
        writer.write(text);
    };
    auto relation = [](std::string_view id, std::string_view kind, std::string_view target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(type) + "/" + std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
    };
    add("_rels/.rels", std::string(relations_of) + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    add("xl/workbook.xml", parts.workbook);
    add("xl/_rels/workbook.xml.rels", std::string(relations_of) + relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
                                          relation("rId3", "styles", "styles.xml") + relation("rId4", "worksheet", "worksheets/sheet2.xml") + "</Relationships>");
    add("xl/worksheets/sheet1.xml", parts.sheet);
    add("xl/worksheets/sheet2.xml", parts.second);
    add("xl/sharedStrings.xml", parts.texts);
    add("xl/styles.xml", parts.styles);
    writer.finish();
    return bytes;
}

std::string sheet(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }
std::string text_cell(const std::string& text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }

std::vector<std::vector<std::string>> rows_of(Table& table) {
    std::vector<std::vector<std::string>> out;
    for (Row row; table.next(row);) out.emplace_back(row.cells.begin(), row.cells.end());
    return out;
}

std::string code_of(const std::string& bytes, const TableOptions& options = {}) {
    try {
        auto table = open_table(bytes_of(bytes), options);
        for (Row row; table->next(row);) {
        }
    } catch (const Failure& failure) {
        return failure.code();
    }
    return "";
}

TEST(XlsxReader, reads_texts_numbers_days_and_booleans) {
    Parts parts;
    parts.texts = "<sst><si><t>Name</t></si><si><r><t>Ada </t></r><r><t>L.</t></r><rPh><t>x</t></rPh></si></sst>";
    parts.styles = R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>)";
    parts.sheet = sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>" + text_cell("Born") + text_cell("Size") + text_cell("VIP") + "</row>"
                        R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><f>TODAY()</f><v>45000</v></c><c r="D3" t="b"><v>1</v></c></row>)");
    Reader reader(bytes_of(workbook(parts)));
    EXPECT_THAT(reader.header(), ElementsAre("Name", "Born", "Size", "VIP"));
    EXPECT_THAT(reader.sheets(), ElementsAre("People", "More"));
    Row row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_THAT(row.cells, ElementsAre("Ada L.", "2023-03-15", "", "true"));
    EXPECT_EQ(row.line, 3u);
    EXPECT_FALSE(reader.next(row));
}

TEST(XlsxReader, finds_the_header_below_a_title) {
    Parts parts;
    parts.sheet = sheet("<row r=\"1\">" + text_cell("Our people") + "</row><row r=\"2\">" + text_cell("Name") + text_cell("City") + "</row><row r=\"3\">" + text_cell("Ada") + text_cell("Rome") + "</row>");
    Reader reader(bytes_of(workbook(parts)));
    EXPECT_THAT(reader.header(), ElementsAre("Name", "City"));
    EXPECT_EQ(reader.notes().front().code, "lines_before_header");
    EXPECT_THAT(rows_of(reader), ElementsAre(ElementsAre("Ada", "Rome")));
}

TEST(XlsxReader, names_the_cell_beyond_the_header) {
    Parts parts;
    parts.sheet = sheet("<row r=\"1\">" + text_cell("A") + text_cell("B") + "</row><row r=\"2\">" + text_cell("1") + text_cell("2") + text_cell("3") + "</row>");
    Reader reader(bytes_of(workbook(parts)));
    Row row;
    ASSERT_TRUE(reader.next(row));
    ASSERT_TRUE(row.problem);
    EXPECT_NE(row.problem->message.find("C2"), std::string::npos);
}

TEST(XlsxReader, reads_the_sheet_that_is_named) {
    Parts parts;
    parts.sheet = sheet("");
    std::string bytes = workbook(parts);
    EXPECT_THAT(open_table(bytes_of(bytes), {.sheet = "more"})->header(), ElementsAre("other"));
    EXPECT_EQ(code_of(bytes, {.sheet = "Third"}), "unknown_sheet");
    EXPECT_EQ(code_of(bytes), "empty_file");
}

TEST(XlsxReader, numbers_rows_upwards_whatever_the_sheet_says) {
    Parts parts;
    parts.sheet = sheet("<row r=\"5\">" + text_cell("A") + "</row><row r=\"2\">" + text_cell("x") + "</row><row r=\"99999999999\">" + text_cell("y") + "</row>");
    Reader reader(bytes_of(workbook(parts)));
    Row row;
    std::vector<std::size_t> lines;
    while (reader.next(row)) lines.push_back(row.line);
    EXPECT_THAT(lines, ElementsAre(6u, 7u));
}

TEST(XlsxReader, takes_a_row_within_a_row_for_one) {
    Parts parts;
    parts.sheet = sheet("<row>" + text_cell("A") + "</row><row>" + text_cell("lost") + "<row>" + text_cell("x") + "</row></row><row>" + text_cell("y") + "</row>");
    Reader reader(bytes_of(workbook(parts)));
    Row row;
    std::vector<std::string> cells;
    while (reader.next(row)) cells.emplace_back(row.cell(0));
    EXPECT_THAT(cells, ElementsAre("x", "y"));
}

TEST(XlsxReader, refuses_what_is_no_workbook) {
    std::string archive;
    zip::Writer writer([&](std::string_view piece) { archive += piece; });
    writer.begin("letter.txt");
    writer.write("Dear Ada");
    writer.finish();
    EXPECT_EQ(code_of(archive), "not_a_workbook");
    EXPECT_EQ(code_of("PK\x03\x04 and nothing more"), "malformed_archive");
    EXPECT_EQ(code_of("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"), "unreadable_workbook");
}

TEST(XlsxReader, expands_no_entities) {
    Parts parts;
    parts.sheet = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + sheet("<row>" + text_cell("&b;") + "</row>");
    EXPECT_EQ(code_of(workbook(parts)), "malformed_xml");
}

TEST(XlsxReader, refuses_what_would_not_fit_into_memory) {
    Parts parts;
    std::string header = "<row>" + text_cell("A") + "</row>";
    parts.sheet = sheet(header + "<row>" + text_cell(std::string(2 << 20, 'x')) + "</row>");
    EXPECT_EQ(code_of(workbook(parts)), "cell_too_large");
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<a>";
    parts.sheet = sheet(header + deep);
    EXPECT_EQ(code_of(workbook(parts)), "malformed_xml");
    parts.sheet = sheet(header + "<row><c r=\"ZZZZ1\"><v>1</v></c></row>");
    EXPECT_EQ(code_of(workbook(parts)), "too_many_cells");
    parts.sheet = sheet(header + "<row a=\"" + std::string(3 << 20, 'x') + "\"/>");
    EXPECT_EQ(code_of(workbook(parts)), "malformed_xml");
    parts = {};
    parts.workbook = std::string(40 << 20, ' ') + parts.workbook;
    parts.sheet = sheet(header);
    EXPECT_EQ(code_of(workbook(parts)), "archive_too_large");
}

TEST(XlsxReader, refuses_texts_that_are_not_there) {
    Parts parts;
    parts.sheet = sheet("<row><c t=\"s\"><v>7</v></c></row>");
    EXPECT_EQ(code_of(workbook(parts)), "malformed_workbook");
}

}  // namespace
}  // namespace rapport::documents::xlsx
