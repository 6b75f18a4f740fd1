// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/html_text.h"

#include "model/reader/text_decoding.h"
#include "model/reader/text_flow.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

namespace model::reader {
namespace {

struct TreeEnd {
    void operator()(htmlDocPtr tree) const { xmlFreeDoc(tree); }
};

QString textFrom(const xmlChar *utf8)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8));
}

QString nameOf(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE ? textFrom(node->name).toLower() : QString();
}

QString attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *one = node->properties; one; one = one->next) {
        if (xmlStrcasecmp(one->name, reinterpret_cast<const xmlChar *>(name)) == 0)
            return one->children && one->children->content ? textFrom(one->children->content) : QStringLiteral("");
    }
    return {};
}

bool isOf(const QSet<QString> &names, const QString &name)
{
    return names.contains(name);
}

const QSet<QString> &unseen()
{
    static const QSet<QString> names{QStringLiteral("script"), QStringLiteral("style"), QStringLiteral("template"),
                                     QStringLiteral("title"), QStringLiteral("datalist")};
    return names;
}

const QSet<QString> &paragraphs()
{
    static const QSet<QString> names{QStringLiteral("p"),  QStringLiteral("h1"),         QStringLiteral("h2"),
                                     QStringLiteral("h3"), QStringLiteral("h4"),         QStringLiteral("h5"),
                                     QStringLiteral("h6"), QStringLiteral("blockquote"), QStringLiteral("ul"),
                                     QStringLiteral("ol"), QStringLiteral("dl"),         QStringLiteral("pre"),
                                     QStringLiteral("hr"), QStringLiteral("table"),      QStringLiteral("figure")};
    return names;
}

const QSet<QString> &blocks()
{
    static const QSet<QString> names{
        QStringLiteral("div"),      QStringLiteral("section"),    QStringLiteral("article"), QStringLiteral("header"),
        QStringLiteral("footer"),   QStringLiteral("nav"),        QStringLiteral("aside"),   QStringLiteral("main"),
        QStringLiteral("address"),  QStringLiteral("figcaption"), QStringLiteral("form"),    QStringLiteral("fieldset"),
        QStringLiteral("li"),       QStringLiteral("dt"),         QStringLiteral("dd"),      QStringLiteral("tr"),
        QStringLiteral("caption"),  QStringLiteral("center"),     QStringLiteral("details"), QStringLiteral("summary"),
        QStringLiteral("textarea"), QStringLiteral("option"),     QStringLiteral("legend"),  QStringLiteral("body")};
    return names;
}

/// Whether the element itself says that it is not to be seen, or not easily.
bool isHidden(const xmlNode *node)
{
    static const QRegularExpression style(
        QStringLiteral("display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(px|pt|em|%)?\\s*(;|$|!)|"
                       "(^|[;\\s])color\\s*:\\s*(white|#fff(fff)?)\\b|opacity\\s*:\\s*0(\\.0+)?\\s*(;|$|!)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ground(
        QStringLiteral("background(-color)?\\s*:\\s*(?!\\s*(white|#fff(fff)?|transparent))"),
        QRegularExpression::CaseInsensitiveOption);
    if (!attribute(node, "hidden").isNull())
        return true;
    const QString said = attribute(node, "style");
    const auto match = style.match(said);
    // White on a ground of another colour can be seen.
    return match.hasMatch() && !(match.captured().contains(QLatin1String("color")) && ground.match(said).hasMatch());
}

/// The address behind a link that says something else.
QString targetOf(const xmlNode *link, QStringView shown)
{
    const QString target = attribute(link, "href").simplified();
    if (target.isEmpty() || target.startsWith(u'#') ||
        target.startsWith(QLatin1String("javascript:"), Qt::CaseInsensitive))
        return {};
    const QString plain = target.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive) ? target.sliced(7) : target;
    const auto bare = [](QString address) {
        static const QRegularExpression ends(QStringLiteral("^https?://(www\\.)?|/$"),
                                             QRegularExpression::CaseInsensitiveOption);
        return address.remove(ends);
    };
    return bare(shown.toString().simplified()).compare(bare(plain), Qt::CaseInsensitive) == 0 ? QString() : plain;
}

/// Goes through a tree without descending on the stack: how deep it is, its maker has decided.
class Reader final {
public:
    HtmlText read(const xmlNode *root)
    {
        const xmlNode *node = root;
        while (node) {
            const bool descends = enter(node);
            if (descends && node->children) {
                node = node->children;
                continue;
            }
            if (descends)
                leave(node);
            while (node != root && !node->next) {
                node = node->parent;
                leave(node);
            }
            node = node == root ? nullptr : node->next;
        }
        return {std::move(m_flow).text(), m_title.simplified(), {}};
    }

private:
    struct List {
        int number = 0; ///< of the next item; 0 for bullets
    };
    struct Link {
        const xmlNode *node = nullptr;
        QString shown;
    };

    /// Whether to go on with what is inside.
    bool enter(const xmlNode *node)
    {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            addText(textFrom(node->content));
            return false;
        }
        if (node->type == XML_DOCUMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE)
            return true;
        if (node->type == XML_ENTITY_REF_NODE) {
            addText(u'&' + textFrom(node->name) + u';');
            return false;
        }
        if (node->type != XML_ELEMENT_NODE)
            return false;
        const QString name = nameOf(node);
        if (isOf(unseen(), name)) {
            if (name == u"title" && m_title.isEmpty() && node->children && node->children->content)
                m_title = textFrom(node->children->content);
            return false;
        }
        startElement(node, name);
        if (!m_hidden && isHidden(node))
            m_hidden = node;
        return true;
    }

    void startElement(const xmlNode *node, const QString &name)
    {
        if (isOf(paragraphs(), name) && m_lists.empty())
            m_flow.startParagraph();
        else if (isOf(paragraphs(), name) || isOf(blocks(), name))
            m_flow.startLine();
        if (name == u"br")
            m_flow.breakLine();
        else if (name == u"hr")
            m_flow.addText(u"----------");
        else if (name == u"td" || name == u"th")
            m_flow.startField();
        else if (name == u"pre" || name == u"textarea")
            ++m_verbatim;
        else if (name == u"ul" || name == u"ol")
            m_lists.push_back({name == u"ol" ? std::max(attribute(node, "start").toInt(), 1) : 0});
        else if (name == u"li")
            startItem();
        else if (name == u"a")
            m_links.push_back({node, {}});
        else if (name == u"img")
            addPicture(node);
        else if (name == u"input")
            addInput(node);
    }

    void leave(const xmlNode *node)
    {
        if (node->type != XML_ELEMENT_NODE)
            return;
        const QString name = nameOf(node);
        if (m_hidden == node) {
            if (m_saidHidden)
                m_flow.addText(u"]");
            m_hidden = nullptr;
            m_saidHidden = false;
        }
        if (name == u"a" && !m_links.empty()) {
            const QString target = targetOf(m_links.back().node, m_links.back().shown);
            m_links.pop_back();
            if (!target.isEmpty())
                m_flow.addText(QStringLiteral(" [") + target + u']');
        } else if (name == u"pre" || name == u"textarea") {
            --m_verbatim;
        } else if ((name == u"ul" || name == u"ol") && !m_lists.empty()) {
            m_lists.pop_back();
            m_flow.setIndent(indent());
        }
        if (isOf(paragraphs(), name) && m_lists.empty())
            m_flow.startParagraph();
        else if (isOf(paragraphs(), name) || isOf(blocks(), name))
            m_flow.startLine();
    }

    int indent() const { return static_cast<int>(2 * std::min<std::size_t>(m_lists.size(), 8)); }

    void startItem()
    {
        m_flow.setIndent(std::max(indent() - 2, 0));
        if (!m_lists.empty() && m_lists.back().number > 0)
            m_flow.addText(QString::number(m_lists.back().number++) + QStringLiteral(". "));
        else
            m_flow.addText(u"- ");
        m_flow.setIndent(indent());
    }

    void addText(const QString &text)
    {
        if (m_hidden && !m_saidHidden && !text.trimmed().isEmpty()) {
            m_flow.addText(u"[hidden: ");
            m_saidHidden = true;
        }
        if (!m_links.empty())
            m_links.back().shown += text;
        if (m_verbatim > 0)
            m_flow.addVerbatim(text);
        else
            m_flow.addText(text);
    }

    void addPicture(const xmlNode *node)
    {
        const QString said = attribute(node, "alt").simplified();
        if (!said.isEmpty())
            m_flow.addText(QStringLiteral("[picture: ") + said + u']');
    }

    void addInput(const xmlNode *node)
    {
        const QString kind = attribute(node, "type").toLower();
        const QString value = attribute(node, "value").simplified();
        if (value.isEmpty() || kind == u"radio" || kind == u"checkbox" || kind == u"image")
            return;
        m_flow.addText((kind == u"hidden" ? QStringLiteral("[hidden: ") : QStringLiteral("[")) + value + u']');
    }

    TextFlow m_flow;
    QString m_title;
    std::vector<List> m_lists;
    std::vector<Link> m_links;
    const xmlNode *m_hidden = nullptr; ///< the outermost one we are in
    bool m_saidHidden = false;
    int m_verbatim = 0;
};

/// The encoding that a page names at its start.
QByteArray namedIn(const QByteArray &html)
{
    static const QRegularExpression name(QStringLiteral("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)|"
                                                        "<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = name.match(QString::fromLatin1(html.left(4096)));
    return (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toLatin1();
}

struct ParserEnd {
    void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

htmlDocPtr treeOf(const QByteArray &utf8)
{
    const std::unique_ptr<htmlParserCtxt, ParserEnd> parser(
        htmlCreateMemoryParserCtxt(utf8.constData(), static_cast<int>(utf8.size())));
    if (!parser)
        return nullptr;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    // The process has limits of its own; those of the library would drop what is deep or long without a word.
    parser->options |= XML_PARSE_HUGE;
    xmlSwitchToEncoding(parser.get(), xmlFindCharEncodingHandler("UTF-8"));
    htmlParseDocument(parser.get());
    return parser->myDoc;
}

} // namespace

Result<HtmlText> textOfHtml(const QByteArray &html, const QByteArray &claimed)
{
    DecodedText decoded = decodedText(html, claimed.isEmpty() ? namedIn(html) : claimed);
    decoded.text.remove(QChar(u'\0'));
    const QByteArray utf8 = decoded.text.toUtf8();
    const std::unique_ptr<xmlDoc, TreeEnd> tree(treeOf(utf8));
    const xmlNode *const root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (!root && !utf8.trimmed().isEmpty()) {
        return Error{
            ErrorKind::Damaged, QStringLiteral("No page can be made of this web page. Ask for another copy."), {}};
    }
    HtmlText text = root ? Reader().read(root) : HtmlText();
    text.encoding = decoded.encoding;
    return text;
}

} // namespace model::reader
