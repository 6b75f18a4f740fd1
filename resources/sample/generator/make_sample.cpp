// SPDX-License-Identifier: GPL-3.0-or-later

// Writes one PDF for each file of a folder of sources. README.md beside the sources says how a source is written.
// The same sources, fonts and Qt give the same bytes: nothing of the clock or the machine goes into a PDF.

#include "resources/sample/generator/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QGuiApplication>
#include <QHashSeed>
#include <QMap>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTextDocument>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace {

constexpr double millimetre = dotsPerInch / 25.4;
constexpr int creatorRoom = 400;

const QString sampleLine = QStringLiteral("Invented sample for Carveout - not a leaked document");

struct Source {
    QMap<QString, QString> fields;
    QString body;

    [[nodiscard]] QString field(const QString &name, const QString &otherwise = {}) const
    {
        return fields.value(name, otherwise);
    }
};

struct Frame {
    QRectF paper;
    QRectF body;
};

struct Section {
    int columns = 1;
    QString html;
};

void complain(const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

std::optional<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(path + QStringLiteral(": ") + file.errorString());
        return std::nullopt;
    }
    return QString::fromUtf8(file.readAll());
}

// The marks that say what is a partner, a permission or evidence are for gold.json; a reader must not see them.
QString withoutMarks(QString text)
{
    static const QRegularExpression opening(QStringLiteral(R"(\{[prex] ?[^|{}]*\|)"));
    text.remove(opening);
    text.remove(QLatin1Char('}'));
    return text;
}

std::optional<Source> readSource(const QString &path)
{
    const std::optional<QString> text = textOf(path);
    if (!text) {
        return std::nullopt;
    }
    const QString rule = QStringLiteral("\n---\n");
    const qsizetype end = text->indexOf(rule);
    if (end < 0) {
        complain(path + QStringLiteral(": no line of three hyphens after the fields"));
        return std::nullopt;
    }
    Source source;
    const QStringList lines = text->left(end).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0) {
            source.fields.insert(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
    }
    source.body = withoutMarks(text->mid(end + rule.size()));
    return source;
}

// Puts soft hyphens into the words of the list ("part-ner-ship"), outside of the HTML tags.
QString hyphenated(const QString &html, const QStringList &words)
{
    QMap<QString, QString> soft;
    for (const QString &word : words) {
        const QString mark = word.trimmed();
        if (mark.isEmpty()) {
            continue;
        }
        QString plain = mark;
        plain.remove(QLatin1Char('-'));
        QString broken = mark;
        broken.replace(QLatin1Char('-'), QChar(0x00AD));
        soft.insert(plain, broken);
    }
    static const QRegularExpression piece(QStringLiteral(R"(<[^>]*>|&[a-z]+;|[A-Za-z]+)"));
    QString result;
    qsizetype done = 0;
    for (auto match = piece.globalMatch(html); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += html.mid(done, found.capturedStart() - done);
        result += soft.value(found.captured(), found.captured());
        done = found.capturedEnd();
    }
    return result + html.mid(done);
}

QPageSize pageSizeOf(const Source &source)
{
    const QString paper = source.field(QStringLiteral("paper"), QStringLiteral("a4"));
    if (paper == QStringLiteral("letter")) {
        return QPageSize(QPageSize::Letter);
    }
    if (paper == QStringLiteral("slide")) {
        return QPageSize(QSizeF(254.0, 142.875), QPageSize::Millimeter, QStringLiteral("Slide"));
    }
    return QPageSize(QPageSize::A4);
}

Frame frameOf(const Source &source, const QPdfWriter &writer)
{
    // left, top, right, bottom in millimetres
    const QStringList sides =
        source.field(QStringLiteral("margins"), QStringLiteral("25 26 25 24")).split(QLatin1Char(' '));
    std::vector<double> margin;
    for (const QString &side : sides) {
        margin.push_back(side.toDouble() * millimetre);
    }
    margin.resize(4, 25.0 * millimetre);
    const QRectF paper(0.0, 0.0, writer.width(), writer.height());
    return {paper, paper.adjusted(margin[0], margin[1], -margin[2], -margin[3])};
}

QFont fontOf(const QString &description)
{
    const qsizetype space = description.lastIndexOf(QLatin1Char(' '));
    QFont font(description.left(space));
    font.setPointSizeF(description.mid(space + 1).toDouble());
    // Any letter spacing turns ligatures off: "office" must come out as six letters.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

QFont bodyFont(const Source &source)
{
    return fontOf(source.field(QStringLiteral("font"), QStringLiteral("Liberation Serif 11")));
}

QFont smallFont(const Source &source)
{
    return fontOf(source.field(QStringLiteral("small"), QStringLiteral("Liberation Sans 8")));
}

// With another font every line would break elsewhere, and gold.json would name the wrong pages.
bool hasFonts(const Source &source)
{
    for (const QFont &font : {bodyFont(source), smallFont(source)}) {
        if (QFontInfo(font).family() != font.family()) {
            complain(QStringLiteral("missing font: ") + font.family());
            return false;
        }
    }
    return true;
}

void layOut(QTextDocument &document, const Source &source, const QString &html, QPdfWriter &writer, double width)
{
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0.0);
    document.setDefaultFont(bodyFont(source));
    document.setDefaultStyleSheet(source.field(QStringLiteral("style")));
    document.setHtml(html);
    document.setTextWidth(width);
}

void drawPart(QPainter &painter, QTextDocument &document, const Part &part, const QRectF &place)
{
    painter.save();
    painter.translate(place.left(), place.top() - part.top);
    const QRectF clip(0.0, part.top, place.width(), part.bottom - part.top);
    painter.setClipRect(clip.adjusted(-millimetre, part.top > 0.0 ? 0.0 : -millimetre, millimetre, 0.0));
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = clip.adjusted(0.0, part.wordsTop - part.top + 1.0, 0.0, -1.0);
    context.palette.setColor(QPalette::Text, Qt::black);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

// "left | right"; # is the number of the page and ## the number of pages.
void drawRunningLine(QPainter &painter, const QString &line, const QRectF &place, int page, int pages)
{
    QString text = line;
    text.replace(QStringLiteral("##"), QString::number(pages));
    text.replace(QLatin1Char('#'), QString::number(page));
    text.replace(QLatin1Char('@'), sampleLine);
    const QStringList sides = text.split(QLatin1Char('|'));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, sides.value(0).trimmed());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, sides.value(1).trimmed());
}

QRectF bandAbove(const Frame &frame)
{
    return {frame.body.left(), frame.body.top() - 13.0 * millimetre, frame.body.width(), 5.0 * millimetre};
}

QRectF bandBelow(const Frame &frame)
{
    return {frame.body.left(), frame.body.bottom() + 7.0 * millimetre, frame.body.width(), 5.0 * millimetre};
}

void prepareRunningLine(QPainter &painter, const Source &source)
{
    painter.setFont(smallFont(source));
    painter.setPen(QColor(90, 90, 90));
}

void drawHeader(QPainter &painter, const Source &source, const Frame &frame, int page, int pages)
{
    painter.save();
    prepareRunningLine(painter, source);
    const QString header = source.field(QStringLiteral("header"));
    if (!header.isEmpty()) {
        drawRunningLine(painter, header, bandAbove(frame), page, pages);
        if (source.field(QStringLiteral("rule")).contains(QStringLiteral("header"))) {
            painter.setPen(QPen(QColor(150, 150, 150), 0.2 * millimetre));
            const double y = bandAbove(frame).bottom() + 1.0 * millimetre;
            painter.drawLine(QPointF(frame.body.left(), y), QPointF(frame.body.right(), y));
        }
    }
    painter.restore();
}

void drawFooter(QPainter &painter, const Source &source, const Frame &frame, int page, int pages)
{
    painter.save();
    prepareRunningLine(painter, source);
    const QString footer = source.field(QStringLiteral("footer"), QStringLiteral("@ | #"));
    if (!footer.isEmpty()) {
        if (source.field(QStringLiteral("rule")).contains(QStringLiteral("footer"))) {
            painter.save();
            painter.setPen(QPen(QColor(150, 150, 150), 0.2 * millimetre));
            const double y = bandBelow(frame).top() - 1.0 * millimetre;
            painter.drawLine(QPointF(frame.body.left(), y), QPointF(frame.body.right(), y));
            painter.restore();
        }
        drawRunningLine(painter, footer, bandBelow(frame), page, pages);
    }
    painter.restore();
}

// "<!-- columns 2 -->" starts a new page with two columns.
std::vector<Section> sectionsOf(const Source &source)
{
    static const QRegularExpression mark(QStringLiteral("<!-- columns (\\d) -->"));
    std::vector<Section> sections;
    Section section;
    qsizetype done = 0;
    for (auto match = mark.globalMatch(source.body); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        section.html = source.body.mid(done, found.capturedStart() - done);
        if (!section.html.trimmed().isEmpty()) {
            sections.push_back(section);
        }
        section.columns = found.captured(1).toInt();
        done = found.capturedEnd();
    }
    section.html = source.body.mid(done);
    sections.push_back(section);
    return sections;
}

void drawFlow(QPainter &painter, const Source &source, QPdfWriter &writer, const Frame &frame)
{
    constexpr double gap = 7.0 * millimetre;
    struct LaidOut {
        std::unique_ptr<QTextDocument> document;
        std::vector<Part> parts;
        int columns;
        double width;
        int pages;
    };
    std::vector<LaidOut> sections;
    int pages = 0;
    for (const Section &section : sectionsOf(source)) {
        const double width = (frame.body.width() - gap * (section.columns - 1)) / section.columns;
        auto document = std::make_unique<QTextDocument>();
        layOut(*document, source, section.html, writer, width);
        const std::vector<Unit> units = unitsOf(*document);
        std::vector<Part> parts = partsOf(units, 0, frame.body.height(), 0.0);
        if (section.columns > 1) {
            parts = balanced(units, std::move(parts), section.columns, frame.body.height());
        }
        const int count = (static_cast<int>(parts.size()) + section.columns - 1) / section.columns;
        sections.push_back(LaidOut{std::move(document), std::move(parts), section.columns, width, count});
        pages += count;
    }
    int page = 0;
    for (const LaidOut &section : sections) {
        for (int local = 0; local < section.pages; ++local) {
            if (page > 0) {
                writer.newPage();
            }
            ++page;
            drawHeader(painter, source, frame, page, pages);
            for (int column = 0; column < section.columns; ++column) {
                const std::size_t index = static_cast<std::size_t>(local) * static_cast<std::size_t>(section.columns) +
                                          static_cast<std::size_t>(column);
                if (index < section.parts.size()) {
                    const QRectF place(frame.body.left() + column * (section.width + gap), frame.body.top(),
                                       section.width, frame.body.height());
                    drawPart(painter, *section.document, section.parts[index], place);
                }
            }
            drawFooter(painter, source, frame, page, pages);
        }
    }
}

void drawWhole(QPainter &painter, QTextDocument &document, const QRectF &place)
{
    drawPart(painter, document, {0.0, 0.0, document.size().height(), 0}, place);
}

// A slide is what stands between two "<!-- slide -->" marks; its <h1> becomes the band at the top.
void drawSlides(QPainter &painter, const Source &source, QPdfWriter &writer, const Frame &frame)
{
    QStringList slides = source.body.split(QStringLiteral("<!-- slide -->"));
    slides.removeIf([](const QString &slide) { return slide.trimmed().isEmpty(); });
    const QColor ink(28, 58, 94);
    const QColor accent(222, 129, 52);
    static const QRegularExpression heading(QStringLiteral("<h1>(.*?)</h1>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    for (int index = 0; index < slides.size(); ++index) {
        if (index > 0) {
            writer.newPage();
        }
        const QRegularExpressionMatch found = heading.match(slides[index]);
        QString rest = slides[index];
        rest.remove(found.capturedStart(), found.capturedLength());
        const bool cover = index == 0;
        const double bandHeight = cover ? frame.paper.height() * 0.5 : 24.0 * millimetre;
        painter.fillRect(QRectF(0.0, 0.0, frame.paper.width(), bandHeight), ink);
        painter.fillRect(QRectF(0.0, bandHeight, frame.paper.width(), 1.2 * millimetre), accent);
        QTextDocument title;
        layOut(title, source,
               QStringLiteral("<p style=\"color:#ffffff; font-weight:bold; font-size:%1pt; margin:0\">%2</p>")
                   .arg(cover ? 34 : 24)
                   .arg(found.captured(1)),
               writer, frame.body.width());
        const double titleTop = (bandHeight - title.size().height()) / 2.0;
        drawWhole(painter, title, QRectF(frame.body.left(), titleTop, frame.body.width(), title.size().height()));
        const QRectF place = frame.body.adjusted(0.0, bandHeight + 7.0 * millimetre - frame.body.top(), 0.0, 0.0);
        QTextDocument body;
        layOut(body, source, rest, writer, place.width());
        if (body.size().height() > place.height()) {
            complain(QStringLiteral("slide %1 does not fit").arg(index + 1));
        }
        drawWhole(painter, body, place);
        drawFooter(painter, source, frame, index + 1, static_cast<int>(slides.size()));
    }
}

QByteArray pdfString(const QString &text)
{
    QByteArray bytes("<FEFF");
    for (const QChar unit : text) {
        bytes += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return bytes + '>';
}

// QPdfWriter writes the time of day and knows no author. The dictionary is rewritten in place, at its old length.
bool rewriteInformation(QByteArray &pdf, const Source &source)
{
    const qsizetype begin = pdf.indexOf("/Title ");
    const qsizetype date = pdf.indexOf("/CreationDate", begin);
    const qsizetype end = pdf.indexOf(">>", date);
    if (begin < 0 || date < 0 || end < 0) {
        return false;
    }
    QByteArray fields = "/Title " + pdfString(source.field(QStringLiteral("title"))) + "\n/Author " +
                        pdfString(source.field(QStringLiteral("author"))) + "\n/Subject " + pdfString(sampleLine) +
                        "\n/Creator (carveout-make-sample)\n/Producer (Qt)\n/CreationDate (D:" +
                        source.field(QStringLiteral("date"), QStringLiteral("20180101")).toLatin1() + "120000Z)\n";
    const qsizetype room = end - begin;
    if (fields.size() > room) {
        return false;
    }
    pdf.replace(begin, room, fields.leftJustified(room, ' '));
    return true;
}

bool writeDocument(const Source &source, const QString &path)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(source.field(QStringLiteral("title")));
    writer.setCreator(QString(creatorRoom, QLatin1Char('-')));
    writer.setDocumentXmpMetadata("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                                  "<x:xmpmeta xmlns:x='adobe:ns:meta/'/><?xpacket end='r'?>");
    const bool landscape = source.field(QStringLiteral("orientation")) == QStringLiteral("landscape");
    writer.setPageLayout(
        QPageLayout(pageSizeOf(source), landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    const Frame frame = frameOf(source, writer);
    if (source.field(QStringLiteral("layout")) == QStringLiteral("slides")) {
        drawSlides(painter, source, writer, frame);
    } else {
        drawFlow(painter, source, writer, frame);
    }
    painter.end();

    QByteArray pdf = buffer.data();
    if (!rewriteInformation(pdf, source)) {
        complain(path + QStringLiteral(": no room for the document information"));
        return false;
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size();
}

int run(const QString &sources, const QString &bundle)
{
    const QStringList names = QDir(sources).entryList({QStringLiteral("*-*.html")}, QDir::Files, QDir::Name);
    const std::optional<QString> words = textOf(sources + QStringLiteral("/hyphenation.txt"));
    if (names.isEmpty() || !words || !QDir().mkpath(bundle)) {
        complain(QStringLiteral("nothing to write"));
        return EXIT_FAILURE;
    }
    for (const QString &name : names) {
        std::optional<Source> source = readSource(sources + QLatin1Char('/') + name);
        if (!source || !hasFonts(*source)) {
            return EXIT_FAILURE;
        }
        if (source->field(QStringLiteral("hyphenate")) == QStringLiteral("yes")) {
            source->body = hyphenated(source->body, words->split(QLatin1Char('\n')));
        }
        const QString target = bundle + QLatin1Char('/') + name.chopped(5) + QStringLiteral(".pdf");
        if (!writeDocument(*source, target)) {
            complain(QStringLiteral("cannot write ") + target);
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QHashSeed::setDeterministicGlobalSeed();
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 3) {
        complain(QStringLiteral("usage: carveout-make-sample SOURCES BUNDLE"));
        return EXIT_FAILURE;
    }
    return run(arguments[1], arguments[2]);
}
