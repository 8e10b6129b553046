#include "documents/xml/reader.h"

#include <expat.h>

#include "base/failure.h"

namespace rapport::documents::xml {
namespace {

constexpr int piece = 64 << 10;
constexpr std::size_t deepest = 100;
constexpr std::uint64_t longest_tag = 1 << 20;

std::string_view local(std::string_view name) {
    std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Failure malformed(const std::string& why) { return Failure(FailureKind::Invalid, "malformed_xml", "The file is damaged: " + why + ". Save it anew, or save it as CSV."); }

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair; pair += 2)
        if (local(pair[0]) == name) return pair[1];
    return std::nullopt;
}

struct Reader::Parser {
    XML_Parser handle = XML_ParserCreate(nullptr);
    Parser() { ensure(handle != nullptr, "expat has memory for a parser"); }
    ~Parser() { XML_ParserFree(handle); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
};

template <class Call>
void Reader::guarded(const Call& call) {
    if (failure_) return;
    try {
        call();
    } catch (...) {
        failure_ = std::current_exception();
        XML_StopParser(parser_->handle, XML_FALSE);
    }
}

Reader::Reader(ByteSource source, Listener& listener) : source_(std::move(source)), listener_(listener), parser_(std::make_unique<Parser>()) {
    XML_Parser handle = parser_->handle;
    XML_SetUserData(handle, this);
    XML_SetElementHandler(
        handle,
        [](void* self, const char* name, const char** attributes) {
            auto& reader = *static_cast<Reader*>(self);
            reader.guarded([&] {
                if (++reader.depth_ > deepest) throw malformed("its elements are nested too deep");
                reader.listener_.begin_element(local(name), Attributes(attributes));
            });
        },
        [](void* self, const char* name) {
            auto& reader = *static_cast<Reader*>(self);
            --reader.depth_;
            reader.guarded([&] { reader.listener_.end_element(local(name)); });
        });
    XML_SetCharacterDataHandler(handle, [](void* self, const char* text, int size) {
        auto& reader = *static_cast<Reader*>(self);
        reader.guarded([&] { reader.listener_.text({text, static_cast<std::size_t>(size)}); });
    });
    XML_SetStartDoctypeDeclHandler(handle, [](void* self, const char*, const char*, const char*, int) {
        static_cast<Reader*>(self)->guarded([] { throw malformed("it declares a document type, which such files do not"); });
    });
}

Reader::~Reader() = default;

void Reader::pause() {
    if (XML_StopParser(parser_->handle, XML_TRUE) == XML_STATUS_OK) paused_ = true;
}

bool Reader::read() {
    XML_Parser handle = parser_->handle;
    for (;;) {
        XML_Status status = XML_STATUS_OK;
        if (paused_) {
            paused_ = false;
            status = XML_ResumeParser(handle);
        } else if (last_) {
            return false;
        } else {
            void* buffer = XML_GetBuffer(handle, piece);
            ensure(buffer != nullptr, "expat has memory for a piece of a document");
            std::size_t count = source_(static_cast<char*>(buffer), piece);
            fed_ += count;
            last_ = count == 0;
            status = XML_ParseBuffer(handle, static_cast<int>(count), last_ ? XML_TRUE : XML_FALSE);
        }
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_SUSPENDED) return true;
        if (status == XML_STATUS_ERROR)
            throw malformed("line " + std::to_string(XML_GetCurrentLineNumber(handle)) + " of a part of it is no XML (" + XML_ErrorString(XML_GetErrorCode(handle)) + ")");
        XML_Index done = XML_GetCurrentByteIndex(handle);
        if (done >= 0 && fed_ > static_cast<std::uint64_t>(done) + longest_tag) throw malformed("a tag in it is longer than a megabyte");
    }
}

void read(ByteSource source, Listener& listener) {
    Reader reader(std::move(source), listener);
    while (reader.read()) {
    }
}

}  // namespace rapport::documents::xml
