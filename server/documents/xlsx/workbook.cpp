#include "documents/xlsx/workbook.h"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "base/failure.h"
#include "base/text.h"
#include "documents/xml/reader.h"

namespace rapport::documents::xlsx {
namespace {

/// Of what a workbook has besides its cells and their texts.
constexpr std::uint64_t most_small_part_bytes = 32 << 20;
constexpr std::size_t most_shared_texts = 16 << 20;
constexpr std::size_t most_styles = 1 << 20;
constexpr std::size_t most_text_bytes = 1 << 20;
constexpr std::size_t written_at_once = 1 << 20;

Failure malformed(const std::string& why) { return Failure(FailureKind::Invalid, "malformed_workbook", "The workbook is damaged: " + why + ". Save it anew, or save it as CSV."); }

int number_in(std::string_view text) {
    int out = -1;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// Which parts a part refers to.
struct Relations final : xml::Listener {
    struct One {
        std::string type, target;
    };
    std::map<std::string, One, std::less<>> by_id;

    void begin_element(std::string_view name, const xml::Attributes& attributes) override {
        if (name == "Relationship") by_id[std::string(attributes.value("Id"))] = {std::string(attributes.value("Type")), std::string(attributes.value("Target"))};
    }
    void end_element(std::string_view) override {}
    void text(std::string_view) override {}

    std::optional<std::string> of_type(std::string_view ending) const {
        for (const auto& [id, one] : by_id)
            if (one.type.ends_with(ending)) return one.target;
        return std::nullopt;
    }
};

struct SheetList final : xml::Listener {
    struct One {
        std::string name, relation;
    };
    std::vector<One> sheets;
    bool from_1904 = false;

    void begin_element(std::string_view name, const xml::Attributes& attributes) override {
        if (name == "sheet") sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id"))});
        if (name == "workbookPr") from_1904 = attributes.value("date1904") == "1" || attributes.value("date1904") == "true";
    }
    void end_element(std::string_view) override {}
    void text(std::string_view) override {}
};

struct Styles final : xml::Listener {
    std::map<int, NumberKind> own;
    std::vector<NumberKind> kinds;
    bool of_cells = false;

    void begin_element(std::string_view name, const xml::Attributes& attributes) override {
        if (name == "cellXfs") of_cells = true;
        if (name == "numFmt") own[number_in(attributes.value("numFmtId"))] = kind_of_format(attributes.value("formatCode"));
        if (name != "xf" || !of_cells) return;
        if (kinds.size() == most_styles) throw malformed("it has too many styles");
        int id = number_in(attributes.value("numFmtId"));
        auto found = own.find(id);
        kinds.push_back(found == own.end() ? kind_of_format(id) : found->second);
    }
    void end_element(std::string_view name) override {
        if (name == "cellXfs") of_cells = false;
    }
    void text(std::string_view) override {}
};

struct TextList final : xml::Listener {
    explicit TextList(SharedTexts& out) : texts(out) {}
    SharedTexts& texts;
    std::string current;
    bool in_text = false;
    bool phonetic = false;  // how a word is read, beside it

    void begin_element(std::string_view name, const xml::Attributes&) override {
        if (name == "si") current.clear();
        if (name == "rPh") phonetic = true;
        in_text = name == "t" && !phonetic;
    }
    void end_element(std::string_view name) override {
        in_text = false;
        if (name == "rPh") phonetic = false;
        if (name == "si") texts.add(current);
    }
    void text(std::string_view piece) override {
        if (!in_text) return;
        if (current.size() + piece.size() > most_text_bytes) throw Failure(FailureKind::TooLarge, "cell_too_large", "A cell has more than a megabyte of text.");
        current += piece;
    }
};

std::string folder_of(const std::string& path) {
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// A target as the part at `path` names it: within the archive, or beside that part.
std::string resolved(const std::string& path, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder = folder_of(path);
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        folder = folder_of(folder.empty() ? "" : folder.substr(0, folder.size() - 1));
    }
    return folder + std::string(target);
}

bool read_part(const zip::Reader& archive, const std::string& path, xml::Listener& listener, std::uint64_t most_bytes = most_small_part_bytes) {
    auto file = archive.open(path, most_bytes);
    if (!file) return false;
    xml::read(std::move(file->bytes), listener);
    return true;
}

}  // namespace

void SharedTexts::add(std::string_view text) {
    if (ends_.size() == most_shared_texts) throw Failure(FailureKind::TooLarge, "too_many_texts", "The workbook has more than 16 million texts. Split it, or save it as CSV.");
    waiting_ += text;
    ends_.push_back(texts_.size() + waiting_.size());
    if (waiting_.size() < written_at_once) return;
    texts_.append(waiting_);
    waiting_.clear();
}

std::string_view SharedTexts::at(std::uint64_t number) {
    if (number >= ends_.size()) throw malformed("a cell refers to a text that is not there");
    if (!waiting_.empty()) texts_.append(std::exchange(waiting_, {}));
    std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
    return texts_.bytes().substr(begin, ends_[number] - begin);
}

Workbook::Workbook(const zip::Reader& archive) {
    Relations whole;
    read_part(archive, "_rels/.rels", whole);
    auto path = whole.of_type("/officeDocument");
    if (!path) throw Failure(FailureKind::Invalid, "not_a_workbook", "The file is a ZIP archive, and not a workbook (XLSX). Unpack it, and bring the files in it in one by one.");
    read_workbook(archive, resolved("", *path));
}

void Workbook::read_workbook(const zip::Reader& archive, const std::string& path) {
    SheetList list;
    if (!read_part(archive, path, list) || path.ends_with("document.xml"))
        throw Failure(FailureKind::Invalid, "not_a_workbook", "The file is no workbook (XLSX). Save what it holds as a workbook or as CSV.");
    epoch_ = list.from_1904 ? Epoch::Year1904 : Epoch::Year1900;
    Relations relations;
    read_part(archive, folder_of(path) + "_rels/" + path.substr(folder_of(path).size()) + ".rels", relations);
    for (const SheetList::One& one : list.sheets) {
        auto relation = relations.by_id.find(one.relation);
        bool has_cells = relation != relations.by_id.end() && relation->second.type.ends_with("/worksheet");  // others are charts
        if (has_cells) sheets_.push_back({one.name, resolved(path, relation->second.target)});
    }
    if (sheets_.empty()) throw Failure(FailureKind::Invalid, "not_a_workbook", "The file is no workbook (XLSX) with a sheet of cells in it.");
    if (auto styles = relations.of_type("/styles")) {
        Styles read;
        read_part(archive, resolved(path, *styles), read);
        kinds_ = std::move(read.kinds);
    }
    if (auto texts = relations.of_type("/sharedStrings")) {
        TextList read(texts_);
        read_part(archive, resolved(path, *texts), read, most_part_bytes);
    }
}

const Sheet& Workbook::sheet(std::string_view name) const {
    if (name.empty()) return sheets_.front();
    std::string names;
    for (const Sheet& sheet : sheets_) {
        if (text::lower(sheet.name) == text::lower(name)) return sheet;
        names += (names.empty() ? "" : ", ") + text::quoted(sheet.name);
    }
    throw Failure(FailureKind::Invalid, "unknown_sheet", "The workbook has no sheet " + text::quoted(name) + "; it has " + names + ".");
}

}  // namespace rapport::documents::xlsx
