#include "http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>

#include "base/failure.h"

namespace rapport::http {
namespace {

constexpr int gzip_level = 1;
constexpr int gzip_window = 15 + 16;  // the largest, with a gzip head
constexpr int gzip_memory = 8;        // zlib's default
constexpr int brotli_quality = 5;     // above it each step costs more time than it saves bytes
constexpr std::size_t large = 100'000;  // a list of a hundred is smaller, the catalogue larger
constexpr int brotli_window = 18;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

bool has_weight_zero(std::string_view parameters) {
    auto q = parameters.find("q=");
    if (q == std::string_view::npos) return false;
    std::string_view weight = trimmed(parameters.substr(q + 2));
    return weight.find_first_not_of("0.") == std::string_view::npos;
}

std::string brotli(std::string_view text) {
    std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
    std::size_t size = out.size();
    bool done = BrotliEncoderCompress(brotli_quality, brotli_window, BROTLI_MODE_TEXT, text.size(),
                                      reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data()));
    ensure(done, "brotli has room for what it says it needs at most");
    out.resize(size);
    return out;
}

}  // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        std::string_view part = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(part.size() + 1, accept_encoding.size()));
        auto semicolon = part.find(';');
        std::string_view parameters = semicolon == std::string_view::npos ? std::string_view() : part.substr(semicolon + 1);
        if (equal_in_any_case(trimmed(part.substr(0, semicolon)), coding)) return !has_weight_zero(parameters);
    }
    return false;
}

Coding quick_coding(std::string_view accept_encoding) {
    if (accepts_coding(accept_encoding, "gzip")) return Coding::Gzip;
    if (accepts_coding(accept_encoding, "br")) return Coding::Brotli;
    return Coding::Identity;
}

Coding fitting_coding(std::string_view accept_encoding, std::size_t size) {
    return size >= large && accepts_coding(accept_encoding, "br") ? Coding::Brotli : quick_coding(accept_encoding);
}

std::string_view coding_name(Coding coding) {
    switch (coding) {
        case Coding::Identity: return "";
        case Coding::Gzip: return "gzip";
        case Coding::Brotli: return "br";
    }
    return "";
}

bool is_compressible(std::string_view content_type) {
    std::string_view type = trimmed(content_type.substr(0, content_type.find(';')));
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("+xml") || type.ends_with("/xml") ||
           type.ends_with("javascript");
}

std::string compress(Coding coding, std::string_view text) {
    if (coding == Coding::Identity) return std::string(text);
    if (coding == Coding::Brotli) return brotli(text);
    // Zlib's tables are 260 KB: clearing them for each answer would cost more than compressing it.
    thread_local GzipStream gzip;
    std::string out;
    gzip.append(text, out);
    gzip.finish(out);
    return out;
}

void compress_body(std::string_view accept_encoding, Response& response, std::size_t threshold) {
    if (response.shared_body || response.body.size() < threshold || response.headers.has("Content-Encoding")) return;
    if (!is_compressible(response.headers.find("Content-Type").value_or(""))) return;
    response.headers.add("Vary", "Accept-Encoding");
    Coding coding = fitting_coding(accept_encoding, response.body.size());
    if (coding == Coding::Identity) return;
    response.body = compress(coding, response.body);
    response.headers.add("Content-Encoding", coding_name(coding));
}

struct GzipStream::State {
    z_stream stream{};
};

GzipStream::GzipStream() : state_(std::make_unique<State>()) {
    int result = deflateInit2(&state_->stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory, Z_DEFAULT_STRATEGY);
    ensure(result == Z_OK, "zlib has memory for its tables");
}

GzipStream::~GzipStream() { deflateEnd(&state_->stream); }

void GzipStream::append(std::string_view piece, std::string& out) { run(piece, Z_NO_FLUSH, out); }

void GzipStream::finish(std::string& out) {
    run({}, Z_FINISH, out);
    deflateReset(&state_->stream);
}

void GzipStream::run(std::string_view input, int flush, std::string& out) {
    constexpr std::size_t step = 16 << 10;
    z_stream& stream = state_->stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream.avail_in = static_cast<uInt>(input.size());
    do {
        std::size_t before = out.size();
        out.resize(before + step);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = step;
        deflate(&stream, flush);
        out.resize(before + step - stream.avail_out);
    } while (stream.avail_out == 0);
}

}  // namespace rapport::http
