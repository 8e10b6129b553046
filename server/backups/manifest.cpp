#include "backups/manifest.h"

#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include "base/durable_file.h"
#include "base/failure.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/text.h"

namespace rapport::backups {
namespace {

constexpr int format = 1;

constexpr std::array<std::pair<storage::ColumnType, std::string_view>, 4> type_names{{{storage::ColumnType::Integer, "integer"},
                                                                                     {storage::ColumnType::Real, "real"},
                                                                                     {storage::ColumnType::Text, "text"},
                                                                                     {storage::ColumnType::FoldedText, "folded_text"}}};

std::string_view name_of(storage::ColumnType type) {
    for (const auto& [one, name] : type_names)
        if (one == type) return name;
    return "text";
}

storage::ColumnType type_named(std::string_view name) {
    for (const auto& [type, one] : type_names)
        if (one == name) return type;
    throw Failure(FailureKind::Invalid, "wrong_type", "\"" + std::string(name) + "\" is not a type of columns.");
}

void write_table(JsonWriter& out, const Manifest::Contents& contents) {
    out.begin_object().member("name", contents.table.name).member("rows", contents.rows).member("sha256", contents.sha256);
    out.member("numbered", contents.table.is_numbered).member("next_id", contents.table.next_id).key("columns").begin_array();
    for (const auto& column : contents.table.columns) {
        out.begin_object().member("name", column.name).member("type", name_of(column.type));
        if (column.initial) out.member("initial", *column.initial);
        if (column.is_required) out.member("required", true);
        out.end_object();
    }
    out.end_array().end_object();
}

Manifest::Contents read_table(const Json& json) {
    Manifest::Contents contents{{json["name"].string(), {}, json["numbered"].boolean(), json["next_id"].integer()}, json["rows"].integer(), json["sha256"].string()};
    // Names become part of statements and of file names.
    auto checked = [](const std::string& name) {
        if (!text::is_identifier(name)) throw Failure(FailureKind::Invalid, "wrong_type", text::quoted(name) + " is no name of a table or column.");
        return name;
    };
    checked(contents.table.name);
    for (const Json& column : json["columns"].array()) {
        Table::Column read{checked(column["name"].string()), type_named(column["type"].string()), {}, column.boolean_or("required", false)};
        if (column.has("initial")) read.initial = column["initial"].integer();
        contents.table.columns.push_back(std::move(read));
    }
    return contents;
}

}  // namespace

void write(const Manifest& manifest, const std::filesystem::path& folder) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().member("format", format).member("made_at", manifest.made_at.text()).member("version", manifest.version);
    out.member("engine", manifest.engine).member("schema", manifest.schema).member("key_fingerprint", manifest.key_fingerprint).key("tables").begin_array();
    for (const auto& contents : manifest.tables) write_table(out, contents);
    out.end_array().end_object();
    DurableFile file(folder / manifest_name);
    file.write(json + "\n");
    file.finish();
}

Manifest read_manifest(const std::filesystem::path& folder) {
    std::ifstream file(folder / manifest_name, std::ios::binary);
    if (!file) throw Failure(FailureKind::NotFound, "no_backup", "There is no backup in " + folder.string() + ": it has no " + std::string(manifest_name) + ".");
    std::ostringstream text;
    text << file.rdbuf();
    try {
        Json json = Json::parse(text.str());
        if (json["format"].integer() > format)
            throw Failure(FailureKind::Conflict, "backup_is_newer", "The backup in " + folder.string() + " was made by a newer Rapport (" + json["version"].string() + "). Restore it with that version or a later one.");
        Manifest manifest{value_or_throw(DateTime::parse(json["made_at"].string())), json["version"].string(), json["engine"].string(),
                          static_cast<int>(json["schema"].integer()), json["key_fingerprint"].string(), {}};
        for (const Json& table : json["tables"].array()) manifest.tables.push_back(read_table(table));
        return manifest;
    } catch (const Failure& failure) {
        if (failure.kind() == FailureKind::Conflict) throw;
        throw Failure(FailureKind::Invalid, "damaged_backup", "The backup in " + folder.string() + " is damaged: " + failure.what() + " Take another one.");
    }
}

std::filesystem::path rows_file(const std::filesystem::path& folder, const Table& table) { return folder / "tables" / (table.name + ".jsonl"); }

}  // namespace rapport::backups
