#include "metadata/field_types/safe_html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "base/failure.h"
#include "base/text.h"
#include "metadata/field_types/web_address.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view blocks[] = {"blockquote", "br", "caption", "div",   "h1",    "h2", "h3",    "h4", "h5",    "h6", "hr", "li",
                                       "ol",         "p",  "pre",     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"};
constexpr std::string_view inlines[] = {"a", "b",     "code", "del",    "em",     "i",   "img", "ins", "mark",
                                        "s", "small", "span", "strike", "strong", "sub", "sup", "u"};
constexpr std::string_view empty_elements[] = {"br", "hr", "img"};
/// Left out with all that is in them; any other element outside of the lists leaves its content behind.
constexpr std::string_view dropped[] = {"applet",   "audio",  "button",    "canvas", "embed",  "frame",   "frameset", "head",
                                        "iframe",   "input",  "link",      "math",   "meta",   "noembed", "noframes", "noscript",
                                        "object",   "option", "plaintext", "script", "select", "style",   "svg",      "template",
                                        "textarea", "title",  "video",     "xml",    "xmp"};
constexpr std::string_view mention_attribute = "data-mention";
constexpr std::string_view alignments[] = {"left", "right", "center", "justify"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

void append_escaped(std::string& out, std::string_view text) {
    for (char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
}

std::string attribute(const xmlNode& element, const char* name) {
    std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetProp(&element, reinterpret_cast<const xmlChar*>(name)), xmlFree);
    return std::string(view(value.get()));
}

bool is_small_number(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The alignment in "text-align: center", which is the one style that is kept; empty when there is none.
std::string alignment(std::string_view style) {
    constexpr std::string_view property = "text-align:";
    std::size_t begin = style.find(property);
    if (begin == std::string_view::npos) return {};
    begin += property.size();
    std::string word(text::trim(style.substr(begin, style.find(';', begin) - begin)));
    return is_one_of(word, alignments) ? word : std::string();
}

void append_attributes(std::string& out, const xmlNode& element, std::string_view name) {
    if (name == "a") {
        std::string link(text::trim(attribute(element, "href")));
        if (is_safe_link(link)) {
            append_attribute(out, "href", link);
            // The page behind a link must not learn where it was followed, nor reach back into this one.
            append_attribute(out, "rel", "noopener noreferrer");
        }
    }
    if (name == "span")
        if (auto mentioned = RecordId::parse(attribute(element, "data-mention"))) append_attribute(out, mention_attribute, mentioned->text());
    if (name == "img") {
        append_attribute(out, "src", attribute(element, "src"));
        append_attribute(out, "alt", attribute(element, "alt"));
        for (const char* size : {"width", "height"})
            if (std::string value = attribute(element, size); is_small_number(value)) append_attribute(out, size, value);
    }
    if (name == "td" || name == "th") {
        for (const char* span : {"colspan", "rowspan"})
            if (std::string value = attribute(element, span); is_small_number(value)) append_attribute(out, span, value);
    }
    if (name == "ol")
        if (std::string start = attribute(element, "start"); is_small_number(start)) append_attribute(out, "start", start);
    if (is_one_of(name, blocks))
        if (std::string align = alignment(attribute(element, "style")); !align.empty())
            append_attribute(out, "style", "text-align: " + align);
}

/// An image may come from a web server only: "data:" would smuggle in what nobody checked.
bool is_shown(const xmlNode& element, std::string_view name) {
    if (name != "img") return is_one_of(name, blocks) || is_one_of(name, inlines);
    std::string source = attribute(element, "src");
    return source.starts_with("http") && is_safe_link(source);
}

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

/// Walks the document without recursion, so that no depth of nesting can exhaust the stack. `enter` answers whether to
/// go into a node.
void walk(const xmlNode* root, const auto& enter, const auto& leave) {
    const xmlNode* node = root;
    while (node) {
        if (enter(*node) && node->children) {
            node = node->children;
            continue;
        }
        leave(*node);
        while (node != root && !node->next) {
            node = node->parent;
            leave(*node);
        }
        if (node == root) return;
        node = node->next;
    }
}

using Document = std::unique_ptr<xmlDoc, FreeDocument>;

/// The HTML as a tree; null when its elements are nested so deeply that the parser gave up.
Document parse(std::string_view html) {
    static const bool ready = (xmlInitParser(), true);  // once, before threads use it
    std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
    ensure(ready && context, "there is memory for the HTML parser");
    // In a body, text without a paragraph stays without one.
    std::string document = "<html><body>" + std::string(html) + "</body></html>";
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    Document parsed(htmlCtxtReadMemory(context.get(), document.data(), static_cast<int>(document.size()), nullptr, "UTF-8", options));
    bool gave_up = context->disableSAX != 0;
    return gave_up ? nullptr : std::move(parsed);
}

}  // namespace

Result<std::string> safe_html(std::string_view html) {
    Document document = parse(html);
    if (!document) return problem("too_deep", "This text has too many elements inside of each other: send it with simpler formatting.");
    std::string out;
    auto enter = [&](const xmlNode& node) {
        if (node.type == XML_TEXT_NODE) append_escaped(out, view(node.content));
        if (node.type != XML_ELEMENT_NODE) return false;
        std::string_view name = view(node.name);
        if (is_one_of(name, dropped)) return false;
        if (is_shown(node, name)) {
            out += '<';
            out += name;
            append_attributes(out, node, name);
            out += '>';
        }
        return true;
    };
    auto leave = [&](const xmlNode& node) {
        std::string_view name = view(node.name);
        if (node.type != XML_ELEMENT_NODE || !is_shown(node, name) || is_one_of(name, empty_elements)) return;
        out += "</";
        out += name;
        out += '>';
    };
    walk(xmlDocGetRootElement(document.get()), enter, leave);
    return out;
}

std::vector<RecordId> mentions_in(std::string_view html) {
    std::vector<RecordId> out;
    // In the text itself a quotation mark is written otherwise.
    const std::string begin = " " + std::string(mention_attribute) + "=\"";
    for (auto place = html.find(begin); place != std::string_view::npos; place = html.find(begin, place)) {
        place += begin.size();
        if (auto id = RecordId::parse(html.substr(place, html.find('"', place) - place))) out.push_back(*id);
    }
    return out;
}

std::string html_words(std::string_view html) {
    Document document = parse(html);
    if (!document) return {};
    std::string out;
    auto enter = [&](const xmlNode& node) {
        if (node.type == XML_TEXT_NODE) out += view(node.content);
        return node.type == XML_ELEMENT_NODE && !is_one_of(view(node.name), dropped);
    };
    auto leave = [&](const xmlNode& node) {
        if (is_one_of(view(node.name), blocks) && !out.empty() && out.back() != ' ') out += ' ';
    };
    walk(xmlDocGetRootElement(document.get()), enter, leave);
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace rapport::metadata::types
