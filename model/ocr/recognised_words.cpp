// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/recognised_words.h"

#include "model/ocr/page_picture.h"
#include "model/reader/wire.h"

#include <algorithm>

namespace model::ocr {
namespace {

/// The characters of a page that lies on its side or its head have no right edge that tells them apart: a word is one.
TextBox boxOf(const RecognisedWord &word, qsizetype start, const PagePicture &picture)
{
    TextBox box;
    box.area = picture.onPage(word.area);
    box.range = {start, start};
    const bool upright = picture.turns() == 0;
    const double width = std::max(word.area.width(), 1.0);
    double right = 0;
    for (const RecognisedWord::Character &character : word.characters) {
        right = std::clamp((character.right - word.area.left()) / width, right, 1.0);
        const double edge = upright ? box.area.left + right * (box.area.right - box.area.left) : box.area.right;
        box.edges.insert(box.edges.end(), static_cast<std::size_t>(character.text.size()), static_cast<float>(edge));
        box.range.end += character.text.size();
    }
    return box;
}

} // namespace

PageLayout layoutOf(const std::vector<RecognisedWord> &words, const PagePicture &picture)
{
    PageLayout layout;
    QString &text = layout.text.text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += words[i - 1].endsLine ? u'\n' : u' ';
        layout.boxes.push_back(boxOf(words[i], text.size(), picture));
        layout.confidences.push_back(static_cast<quint8>(std::clamp(words[i].confidence, 0, 100)));
        for (const RecognisedWord::Character &character : words[i].characters)
            text += character.text;
    }
    text = reader::cleaned(std::move(text));
    return layout;
}

int confidenceOf(const std::vector<RecognisedWord> &words)
{
    qint64 sum = 0;
    qint64 characters = 0;
    for (const RecognisedWord &word : words) {
        const auto length = static_cast<qint64>(word.characters.size());
        sum += word.confidence * length;
        characters += length;
    }
    return characters > 0 ? static_cast<int>(sum / characters) : 0;
}

int lettersOf(const std::vector<RecognisedWord> &words)
{
    int letters = 0;
    for (const RecognisedWord &word : words)
        letters += static_cast<int>(std::count_if(word.characters.begin(), word.characters.end(), [](const auto &one) {
            return !one.text.isEmpty() && one.text.front().isLetterOrNumber();
        }));
    return letters;
}

} // namespace model::ocr
