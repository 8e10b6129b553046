#include "documents/table/open_table.h"

#include "base/failure.h"
#include "base/text.h"
#include "documents/vcard/reader.h"
#include "documents/xlsx/reader.h"

namespace rapport::documents {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view compound_file_mark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether cards begin, in any encoding that has ASCII in it: byte order mark, zero bytes and blanks aside.
bool begins_card(std::string_view head) {
    std::string plain;
    for (char c : head)
        if (c > ' ' && c < '\x7f') plain += c;
    return text::lower(plain).starts_with("begin:vcard");
}

}  // namespace

std::unique_ptr<Table> open_table(ByteSource source, const TableOptions& options) {
    std::string head = peek(source, 64);
    if (head.starts_with(compound_file_mark))
        throw Failure(FailureKind::Invalid, "unreadable_workbook", "This workbook is encrypted, or of the form from before 2007. Open it in a spreadsheet and save it as XLSX without a password, or as CSV.");
    if (head.starts_with(zip_mark)) return std::make_unique<xlsx::Reader>(std::move(source), options.sheet);
    if (!options.sheet.empty()) throw Failure(FailureKind::Invalid, "unknown_sheet", "The file has no sheet " + text::quoted(options.sheet) + ": it is no workbook.");
    if (begins_card(head)) return std::make_unique<vcard::Reader>(std::move(source));
    return std::make_unique<csv::Reader>(std::move(source), options.csv);
}

}  // namespace rapport::documents
