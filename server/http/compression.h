#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"

namespace rapport::http {

enum class Coding { Identity, Gzip, Brotli };

/// Whether an Accept-Encoding header names this coding ("gzip", "br") and does not give it weight 0.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

/// The coding for an answer made just now: gzip where it is taken, as its fastest level is quicker than brotli's.
Coding quick_coding(std::string_view accept_encoding);

/// The coding for so many bytes made just now: where a slow network would take long, brotli's half is worth two milliseconds.
Coding fitting_coding(std::string_view accept_encoding, std::size_t size);

/// "gzip", "br"; empty for Identity.
std::string_view coding_name(Coding coding);

/// Text, JSON, scripts, SVG: what shrinks. Pictures and archives have been compressed already.
bool is_compressible(std::string_view content_type);

/// The whole text at once, at the fastest useful level.
std::string compress(Coding coding, std::string_view text);

/// Compresses the body in place when the client takes it, the type shrinks and the body has at least `threshold` bytes.
void compress_body(std::string_view accept_encoding, Response& response, std::size_t threshold);

/// A gzip text that is made piece by piece.
class GzipStream {
public:
    GzipStream();
    ~GzipStream();
    void append(std::string_view piece, std::string& out);
    void finish(std::string& out);

private:
    struct State;
    void run(std::string_view input, int flush, std::string& out);
    std::unique_ptr<State> state_;
};

}  // namespace rapport::http
