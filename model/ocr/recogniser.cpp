// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/recogniser.h"

#include "model/ocr/page_picture.h"
#include "model/ocr/recognised_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace model::ocr {
namespace {

using Words = std::vector<RecognisedWord>;

/// A page read less surely than that, or with hardly a letter, may lie on its side or its head.
constexpr int doubtful = 75;
constexpr int hardlyAnyLetters = 12;
/// Tesseract copes with lines that fall by less.
constexpr double leastSkew = 0.4;

QString taken(char *text)
{
    const QString taken = QString::fromUtf8(text);
    delete[] text;
    return taken;
}

QRectF boxAt(const tesseract::PageIterator &at, tesseract::PageIteratorLevel level)
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    at.BoundingBox(level, &left, &top, &right, &bottom);
    return {QPointF(left, top), QPointF(right, bottom)};
}

RecognisedWord wordAt(const tesseract::ResultIterator &at)
{
    RecognisedWord word;
    word.area = boxAt(at, tesseract::RIL_WORD);
    word.confidence = static_cast<int>(std::lround(at.Confidence(tesseract::RIL_WORD)));
    word.endsLine = at.IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD);
    tesseract::ResultIterator symbol = at;
    do {
        QString text = taken(symbol.GetUTF8Text(tesseract::RIL_SYMBOL));
        text.removeIf([](QChar unit) { return unit.isSpace(); });
        if (!text.isEmpty())
            word.characters.push_back({text, boxAt(symbol, tesseract::RIL_SYMBOL).right()});
    } while (!symbol.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) &&
             symbol.Next(tesseract::RIL_SYMBOL));
    return word;
}

} // namespace

class Recogniser::Private {
public:
    explicit Private(const QStringList &languages)
    {
        const QByteArray joined = languages.join(u'+').toUtf8();
        // Its complaints would go to /dev/null anyway.
        if (m_reading.Init(nullptr, joined.constData(), tesseract::OEM_LSTM_ONLY) != 0) {
            missing = languages;
            return;
        }
        std::vector<std::string> loaded;
        m_reading.GetLoadedLanguagesAsVector(&loaded);
        for (const QString &language : languages) {
            if (std::find(loaded.begin(), loaded.end(), language.toStdString()) == loaded.end())
                missing += language;
        }
        m_hasOrientation = m_orientation.Init(nullptr, "osd", tesseract::OEM_TESSERACT_ONLY) == 0;
        m_orientation.SetPageSegMode(tesseract::PSM_OSD_ONLY);
    }

    struct Reading {
        PagePicture picture;
        Words words;
        int confidence = 0;
        int letters = 0;

        bool isDoubtful() const { return confidence < doubtful || letters < hardlyAnyLetters; }
        qint64 worth() const { return qint64(confidence) * letters; }
    };

    Reading read(PagePicture picture, int dpi)
    {
        m_reading.SetPageSegMode(tesseract::PSM_AUTO);
        m_reading.SetImage(picture.pix());
        m_reading.SetSourceResolution(dpi);
        Pix *black = m_reading.GetThresholdedImage();
        const double skew = skewOf(black);
        pixDestroy(&black);
        if (std::abs(skew) >= leastSkew) {
            PagePicture straight = picture.straightened(skew);
            if (!straight.isEmpty())
                return words(std::move(straight), dpi);
        }
        return words(std::move(picture), dpi);
    }

    /// By how many quarter turns clockwise the picture would stand upright.
    int turnsNeeded(const PagePicture &picture, int dpi)
    {
        if (!m_hasOrientation)
            return 0;
        m_orientation.SetImage(picture.pix());
        m_orientation.SetSourceResolution(dpi);
        int degrees = 0;
        float confidence = 0;
        const char *script = nullptr;
        float scriptConfidence = 0;
        if (!m_orientation.DetectOrientationScript(&degrees, &confidence, &script, &scriptConfidence))
            return 0;
        m_orientation.Clear();
        return (360 - degrees) / 90 % 4;
    }

    QStringList missing;

private:
    Reading words(PagePicture picture, int dpi)
    {
        m_reading.SetImage(picture.pix());
        m_reading.SetSourceResolution(dpi);
        Reading reading{std::move(picture), {}, 0, 0};
        if (m_reading.Recognize(nullptr) == 0)
            reading.words = found();
        m_reading.Clear();
        reading.confidence = confidenceOf(reading.words);
        reading.letters = lettersOf(reading.words);
        return reading;
    }

    Words found()
    {
        Words words;
        const std::unique_ptr<tesseract::ResultIterator> at(m_reading.GetIterator());
        if (!at)
            return words;
        do {
            if (at->Empty(tesseract::RIL_WORD))
                continue;
            RecognisedWord word = wordAt(*at);
            if (!word.characters.empty())
                words.push_back(std::move(word));
            else if (word.endsLine && !words.empty())
                words.back().endsLine = true;
        } while (at->Next(tesseract::RIL_WORD));
        return words;
    }

    tesseract::TessBaseAPI m_reading;
    tesseract::TessBaseAPI m_orientation;
    bool m_hasOrientation = false;
};

Recogniser::Recogniser(const QStringList &languages)
    : d(std::make_unique<Private>(languages))
{
}

Recogniser::~Recogniser() = default;

Result<RecognisedPage> Recogniser::recognise(const PageScan &scan)
{
    if (!d->missing.isEmpty()) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("Tesseract has no data for the language “%1” here. Install the package "
                                    "tesseract-ocr-%1, or choose another language.")
                         .arg(d->missing.front()),
                     {}};
    }
    PagePicture picture(scan);
    if (picture.isEmpty())
        return Error{
            ErrorKind::TooLarge, QStringLiteral("The page needs more memory to be read than one page may have."), {}};
    PagePicture upright = picture.turned(0);
    Private::Reading reading = d->read(std::move(upright), scan.dpi);
    if (reading.isDoubtful()) {
        if (const int turns = d->turnsNeeded(picture, scan.dpi); turns != 0) {
            Private::Reading other = d->read(picture.turned(turns), scan.dpi);
            if (other.worth() > reading.worth()) {
                RecognisedPage page{layoutOf(other.words, other.picture), other.picture.turns(), -other.picture.skew()};
                return page;
            }
        }
    }
    return RecognisedPage{layoutOf(reading.words, reading.picture), reading.picture.turns(), -reading.picture.skew()};
}

} // namespace model::ocr
