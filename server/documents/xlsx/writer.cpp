#include "documents/xlsx/writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::documents::xlsx {
namespace {

constexpr std::size_t piece = 64 << 10;
constexpr std::size_t most_rows = 1 << 20;
constexpr std::size_t most_characters = 32'767;
constexpr std::ptrdiff_t most_digits = 15;

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view content_types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Styles of cells, by their place in cellXfs: usual, header, day, moment.
constexpr std::string_view styles =
    R"(<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>)"
    R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
    R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>)"
    R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>)"
    R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>)";

/// What a cell takes of a text, without the signs that XML cannot hold.
std::string escaped(std::string_view text) {
    std::string out;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0) != 0x80) characters += byte >= 0xf0 ? 2 : 1;  // counted in UTF-16
        if (characters > most_characters) break;
        bool looks_escaped = text[i] == '_' && text.size() - i >= 7 && text[i + 1] == 'x' && text[i + 6] == '_';
        bool is_no_character = text.substr(i, 3) == "\xef\xbf\xbe" || text.substr(i, 3) == "\xef\xbf\xbf";
        if (text[i] == '&') out += "&amp;";
        else if (text[i] == '<') out += "&lt;";
        else if (text[i] == '>') out += "&gt;";
        else if (text[i] == '"') out += "&quot;";
        else if (looks_escaped) out += "_x005F_";
        else if (byte < 0x20 && text[i] != '\n' && text[i] != '\t') out += fmt::format("_x{:04X}_", byte);
        else if (is_no_character) out += "\xef\xbf\xbd", i += 2;
        else out += text[i];
    }
    return out;
}

/// Days since the beginning of 1900, as spreadsheets count them; before March of that year they are one off.
std::int64_t serial(Date day) { return day.days() - Date::of(1899, 12, 30).days(); }
bool has_serial(Date day) { return day >= Date::of(1900, 3, 1); }

}  // namespace

Writer::Writer(ByteSink sink, std::vector<std::string> header) : archive_(std::move(sink), zip::Kind::Document), header_(std::move(header)) {
    add_file("[Content_Types].xml", fmt::format(R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
                                                R"(<Default Extension="xml" ContentType="{}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="{}.sheet.main+xml"/>)"
                                                R"(<Override PartName="/xl/styles.xml" ContentType="{}.styles+xml"/></Types>)",
                                                declaration, content_types, content_types, content_types));
    add_file("_rels/.rels", fmt::format(R"({}<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}/officeDocument" Target="xl/workbook.xml"/></Relationships>)", declaration, relations_namespace, relation_types));
    add_file("xl/styles.xml", fmt::format(R"({}<styleSheet xmlns="{}">{}</styleSheet>)", declaration, main_namespace, styles));
    begin_sheet();
}

void Writer::add_file(const std::string& name, std::string_view content) {
    archive_.begin(name);
    archive_.write(content);
}

void Writer::begin_sheet() {
    archive_.begin(fmt::format("xl/worksheets/sheet{}.xml", ++sheets_));
    buffer_ += fmt::format(R"({}<worksheet xmlns="{}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)"
                           R"(<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="{}" width="20" customWidth="1"/></cols><sheetData>)",
                           declaration, main_namespace, std::max<std::size_t>(1, header_.size()));
    rows_ = 0;
    for (const std::string& name : header_) cell(R"( s="1" t="inlineStr")", "<is><t>" + escaped(name) + "</t></is>");
    end_row();
}

void Writer::end_sheet() {
    buffer_ += "</sheetData></worksheet>";
    flush();
}

void Writer::open_row() {
    if (!row_is_open_) buffer_ += "<row>";
    row_is_open_ = true;
}

void Writer::cell(std::string_view attributes, std::string_view content) {
    open_row();
    std::string letters;
    for (std::size_t column = column_ + 1; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    fmt::format_to(std::back_inserter(buffer_), R"(<c r="{}{}"{}>{}</c>)", letters, rows_ + 1, attributes, content);
    ++column_;
}

void Writer::text(std::string_view text) {
    if (text.empty()) return empty();
    cell(R"( t="inlineStr")", R"(<is><t xml:space="preserve">)" + escaped(text) + "</t></is>");
}

void Writer::number(std::string_view digits) {
    const auto count = std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (count == 0 || count > most_digits || digits.find_first_not_of("0123456789.-") != std::string_view::npos) return text(digits);
    cell("", "<v>" + std::string(digits) + "</v>");
}

void Writer::boolean(bool value) { cell(R"( t="b")", value ? "<v>1</v>" : "<v>0</v>"); }

void Writer::date(Date day) {
    if (!has_serial(day)) return text(day.text());
    cell(R"( s="2")", fmt::format("<v>{}</v>", serial(day)));
}

void Writer::moment(DateTime moment) {
    std::int64_t days = moment.microseconds() / DateTime::day;
    if (moment.microseconds() < 0 || !has_serial(Date(days))) return text(moment.text());
    double part = static_cast<double>(moment.microseconds() % DateTime::day) / static_cast<double>(DateTime::day);
    cell(R"( s="3")", fmt::format("<v>{:.10f}</v>", static_cast<double>(serial(Date(days))) + part));
}

void Writer::end_row() {
    open_row();
    buffer_ += "</row>";
    row_is_open_ = false;
    column_ = 0;
    if (++rows_ == most_rows) {
        end_sheet();
        begin_sheet();
    }
    if (buffer_.size() >= piece) flush();
}

void Writer::flush() {
    archive_.write(buffer_);
    buffer_.clear();
}

void Writer::finish() {
    end_sheet();
    std::string sheets, relations;
    for (std::size_t i = 1; i <= sheets_; ++i) {
        sheets += fmt::format(R"(<sheet name="Sheet{}" sheetId="{}" r:id="rId{}"/>)", i, i, i + 1);
        relations += fmt::format(R"(<Relationship Id="rId{}" Type="{}/worksheet" Target="worksheets/sheet{}.xml"/>)", i + 1, relation_types, i);
    }
    add_file("xl/workbook.xml", fmt::format(R"({}<workbook xmlns="{}" xmlns:r="{}"><sheets>{}</sheets></workbook>)", declaration, main_namespace, relation_types, sheets));
    add_file("xl/_rels/workbook.xml.rels",
             fmt::format(R"({}<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}/styles" Target="styles.xml"/>{}</Relationships>)", declaration, relations_namespace, relation_types, relations));
    archive_.finish();
}

}  // namespace rapport::documents::xlsx
