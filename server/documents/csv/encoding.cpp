#include "documents/csv/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::documents::csv {
namespace {

/// Text that is mostly Western has a zero in nearly every second byte; other scripts still have zeros beside their
/// delimiters, digits and line ends. One in twenty is enough when the other half has almost none.
bool zeros_tell(std::size_t here, std::size_t there, std::size_t pairs) { return here * 20 >= pairs && here >= 8 * there; }

/// The sample without a character that its end cut in two.
std::string_view whole_characters(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (U8_IS_TRAIL(byte)) continue;
        std::size_t expected = 1u + U8_COUNT_TRAIL_BYTES(byte);
        return back < expected ? text.substr(0, text.size() - back) : text;
    }
    return text;
}

class Converter {
public:
    explicit Converter(const std::string& name) {
        UErrorCode status = U_ZERO_ERROR;
        from_ = ucnv_open(name.c_str(), &status);
        if (U_FAILURE(status))
            throw Failure(FailureKind::Invalid, "unknown_encoding",
                          "There is no character encoding named \"" + name + "\". Usual ones are UTF-8, UTF-16, windows-1252.");
        to_ = ucnv_open("UTF-8", &status);
        ensure(U_SUCCESS(status), "ICU has a UTF-8 converter");
    }
    ~Converter() {
        ucnv_close(from_);
        if (to_) ucnv_close(to_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Appends `bytes` in UTF-8; a character that they end within is kept for the next call.
    void convert(std::string_view bytes, bool last, std::string& out) {
        const char* source = bytes.data();
        const char* end = source + bytes.size();
        UErrorCode status = U_ZERO_ERROR;
        do {
            char piece[4096];
            char* target = piece;
            status = U_ZERO_ERROR;
            ucnv_convertEx(to_, from_, &target, piece + sizeof piece, &source, end, pivot_, &pivot_source_, &pivot_target_,
                           pivot_ + std::size(pivot_), false, last, &status);
            out.append(piece, target);
        } while (status == U_BUFFER_OVERFLOW_ERROR);
        ensure(U_SUCCESS(status), "ICU replaces what it cannot read");
    }

private:
    UConverter* from_ = nullptr;
    UConverter* to_ = nullptr;
    UChar pivot_[1024] = {};
    UChar* pivot_source_ = pivot_;
    UChar* pivot_target_ = pivot_;
};

/// Bytes in, UTF-8 out.
class Decoder {
public:
    Decoder(ByteSource source, const std::string& name) : source_(std::move(source)), converter_(name) {}

    std::size_t take(char* buffer, std::size_t capacity) {
        while (position_ == text_.size() && !ended_) refill();
        std::size_t size = text_.copy(buffer, capacity, position_);
        position_ += size;
        return size;
    }

private:
    void refill() {
        char bytes[16'384];
        std::size_t count = source_(bytes, sizeof bytes);
        ended_ = count == 0;
        text_.clear();
        position_ = 0;
        converter_.convert({bytes, count}, ended_, text_);
    }

    ByteSource source_;
    Converter converter_;
    std::string text_;
    std::size_t position_ = 0;
    bool ended_ = false;
};

ByteSource without_first(ByteSource source, std::size_t count) {
    char mark[4];
    while (count > 0) {
        std::size_t taken = source(mark, count);
        if (taken == 0) break;
        count -= taken;
    }
    return source;
}

}  // namespace

Encoding detect_encoding(std::string_view first_bytes) {
    if (first_bytes.starts_with("\xef\xbb\xbf")) return {"UTF-8", 3};
    if (first_bytes.starts_with("\xff\xfe")) return {"UTF-16LE", 2};
    if (first_bytes.starts_with("\xfe\xff")) return {"UTF-16BE", 2};

    std::size_t even = 0, odd = 0, pairs = first_bytes.size() / 2;
    for (std::size_t i = 0; i < first_bytes.size(); ++i)
        if (first_bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (odd > 0 && zeros_tell(odd, even, pairs)) return {"UTF-16LE", 0};
    if (even > 0 && zeros_tell(even, odd, pairs)) return {"UTF-16BE", 0};

    if (text::is_valid_utf8(whole_characters(first_bytes))) return {"UTF-8", 0};
    return {"windows-1252", 0};
}

ByteSource decoded(ByteSource source, const Encoding& encoding) {
    source = without_first(std::move(source), encoding.mark_bytes);
    if (encoding.name == "UTF-8") return source;
    auto decoder = std::make_shared<Decoder>(std::move(source), encoding.name);
    return [decoder](char* buffer, std::size_t capacity) { return decoder->take(buffer, capacity); };
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    Converter("windows-1252").convert(bytes, true, out);
    return out;
}

}  // namespace rapport::documents::csv
