// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture.h"

#include "model/base/whole_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace ui {
namespace {

constexpr int largestSide = 32000;         ///< what a painter can reach
constexpr qint64 mostPixels = 120'000'000; ///< half a gigabyte of memory

/// Refuses more once it is to stop: packing a large PNG takes longer than painting it.
class StoppableBuffer final : public QBuffer {
public:
    explicit StoppableBuffer(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_stop.stop_requested() ? -1 : QBuffer::writeData(data, size);
    }

private:
    const std::stop_token m_stop;
};

QByteArray svgOf(const Painting &painting, const std::stop_token &stop)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setTitle(painting.title);
    svg.setDescription(QString());
    svg.setSize(painting.size);
    svg.setViewBox(QRect(QPoint(0, 0), painting.size));
    QPainter painter(&svg);
    painting.paint(painter, stop);
    painter.end();
    return buffer.data();
}

bool isSmallEnough(const QSize &size)
{
    return std::max(size.width(), size.height()) <= largestSide && qint64(size.width()) * size.height() <= mostPixels;
}

/// Empty where it is too large.
QByteArray pngOf(const Painting &painting, const std::stop_token &stop)
{
    const int scale = isSmallEnough(painting.size * 2) ? 2 : 1;
    if (!isSmallEnough(painting.size * scale))
        return {};
    QImage image(painting.size * scale, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painting.paint(painter, stop);
    painter.end();
    StoppableBuffer buffer(stop);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

model::Result<void> endsInOneOf(const QStringList &endings, const QString &path)
{
    if (endings.contains(QFileInfo(path).suffix().toLower()))
        return {};
    QStringList named;
    for (const QString &ending : endings)
        named += u'.' + ending;
    const QString last = named.takeLast();
    return model::Error{model::ErrorKind::Invalid,
                        QCoreApplication::translate("Picture", "What a picture is made as goes by its name: end it in "
                                                               "%1 or %2.")
                            .arg(named.join(QLatin1String(", ")), last)};
}

model::Result<void> savePicture(const Painting &painting, const QString &path, const std::stop_token &stop)
{
    if (const auto ending = endsInOneOf({QStringLiteral("png"), QStringLiteral("svg")}, path); !ending)
        return ending;
    const bool asSvg = path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    const QByteArray bytes = asSvg ? svgOf(painting, stop) : pngOf(painting, stop);
    if (stop.stop_requested())
        return model::stopped();
    if (bytes.isEmpty())
        return model::Error{model::ErrorKind::TooLarge,
                            QCoreApplication::translate("Picture", "This is too large for a PNG picture. Filter what "
                                                                   "is shown, or choose a name that ends in .svg.")};
    return model::writeWhole(path, [&bytes](QIODevice &file) { return file.write(bytes) == bytes.size(); });
}

} // namespace ui
