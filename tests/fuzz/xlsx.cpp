#include "documents/xlsx/reader.h"
#include "documents/zip/writer.h"
#include "input.h"

namespace {

using namespace rapport::documents;

/// A workbook around the sheet: chance alone finds no ZIP archive.
std::string workbook_of(std::string_view sheet) {
    std::string bytes;
    zip::Writer writer([&](std::string_view piece) { bytes += piece; });
    auto add = [&](const std::string& name, std::string_view text) {
        writer.begin(name);
        writer.write(text);
    };
    add("_rels/.rels", R"(<r><Relationship Id="a" Type="x/officeDocument" Target="w.xml"/></r>)");
    add("w.xml", R"(<w><sheet name="S" id="a"/></w>)");
    add("_rels/w.xml.rels", R"(<r><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="c" Type="x/styles" Target="f.xml"/></r>)");
    add("t.xml", "<sst><si><t>name</t></si><si><t>Ada</t></si></sst>");
    add("f.xml", R"(<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/><xf numFmtId="9"/></cellXfs></s>)");
    add("s.xml", sheet);
    writer.finish();
    return bytes;
}

}  // namespace

/// Sheets of a workbook, or whole archives: rows come upwards, none wider than the header.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rapport;
    std::string_view input = fuzz::text_of(data, size);
    fuzz::meet([&] {
        xlsx::Reader reader(bytes_of(input.starts_with("PK") ? std::string(input) : workbook_of(input)));
        std::size_t last = 0;
        for (Row row; reader.next(row);) {
            if (row.cells.size() > reader.header().size()) fuzz::finding("a row wider than its header");
            if (row.line <= last) fuzz::finding("rows that go back");
            last = row.line;
        }
    });
    return 0;
}
