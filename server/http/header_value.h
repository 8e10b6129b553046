#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::http {

/// A header's value with its parameters: form-data; name="file"; filename="a b.pdf".
struct HeaderValue {
    std::string value;
    std::vector<std::pair<std::string, std::string>> parameters;  // as they were sent, without quotes

    /// The first of that name, in any case.
    std::optional<std::string> parameter(std::string_view name) const;
    /// The one that says its own character set (RFC 8187): filename*=UTF-8''%C3%BC.txt.
    std::optional<std::string> extended_parameter(std::string_view name) const;
};

/// Nothing when it is not of that form.
std::optional<HeaderValue> read_header_value(std::string_view text);

/// Whether a browser shows what it gets, or keeps it as a file.
enum class Disposition { Inline, Attachment };

/// The value of a Content-Disposition header (RFC 6266) for a file of any name.
std::string content_disposition(Disposition disposition, std::string_view file_name);

}  // namespace rapport::http
