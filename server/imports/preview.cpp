#include "imports/preview.h"

#include <algorithm>
#include <set>

#include "imports/column_matcher.h"
#include "security/rights.h"

namespace rapport::imports {
namespace {

constexpr int rows_to_look_at = 1000;
constexpr std::size_t most_samples = 50;
constexpr std::size_t longest_sample = 200;

std::string clipped(std::string_view text) {
    std::size_t size = std::min(text.size(), longest_sample);
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
    return std::string(text.substr(0, size));
}

void add_sample(std::vector<std::string>& samples, std::string text) {
    if (text.empty() || samples.size() == most_samples) return;
    if (std::find(samples.begin(), samples.end(), text) == samples.end()) samples.push_back(std::move(text));
}

}  // namespace

Preview preview(const security::Actor& actor, const metadata::Catalogue& catalogue, const Request& request) {
    actor.rights().require(security::Permission::Import);
    const metadata::Object& object = catalogue.object(request.mapping.object);
    const auto table = documents::open_table(request.open(), request.reading);
    const Columns columns(table->header());
    Preview out{std::string(table->format()), table->sheets(), table->sheet(), {}, table->notes()};
    for (std::size_t i = 0; i < columns.data_columns(); ++i) out.columns.push_back({columns.names()[i], {}, {}});

    documents::Row row;
    for (int i = 0; i < rows_to_look_at && table->next(row); ++i)
        for (std::size_t at = 0; at < out.columns.size(); ++at) add_sample(out.columns[at].samples, clipped(row.cell(at)));

    std::set<std::size_t> used;
    std::vector<FieldMapping> fields;
    match_columns(columns, object, catalogue, actor, used, fields);
    for (const FieldMapping& mapping : fields)
        for (std::size_t column : mapping.source.text.columns()) out.columns[column].field = mapping.reference ? mapping.field->relation : mapping.field->name;
    return out;
}

void write_preview(JsonWriter& out, const Preview& preview) {
    out.begin_object().member("format", preview.format).key("sheets").begin_array();
    for (const std::string& sheet : preview.sheets) out.string(sheet);
    out.end_array().member("sheet", preview.sheet).key("columns").begin_array();
    for (const Preview::Column& column : preview.columns) {
        out.begin_object().member("name", column.name).key("samples").begin_array();
        for (const std::string& sample : column.samples) out.string(sample);
        out.end_array().member("field", column.field).end_object();
    }
    out.end_array().key("notes").begin_array();
    for (const Problem& note : preview.notes) out.begin_object().member("code", note.code).member("message", note.message).end_object();
    out.end_array().end_object();
}

}  // namespace rapport::imports
